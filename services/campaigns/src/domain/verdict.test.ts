import { explainVerdict, reasonOf } from './verdict.ts';

it('says what happened, why it matters, and what to do', () => {
  expect(reasonOf({ guardrail: 'complaints', hits: 20, sample: 10_000, limit: 0.0008 })).toBe(
    '20 of 10,000 mails were reported as spam by their readers (0.2 %; a run holds itself above 0.08 %). From 0.1 % on SES puts the account under review, at 0.5 % it may stop it, and mailbox providers put all mail of this sender into spam. Ask whether these people expect this mail: look at which import they come from, resume without it, or cancel. Resuming as it is makes it worse.',
  );
});

it.each(['hard_bounces', 'complaints', 'rejections', 'refusals'] as const)('has advice for %s', (guardrail) => {
  const { reason, advice, share } = explainVerdict({ guardrail, hits: 30, sample: 100, limit: 0.2 });

  expect(reason).toMatch(/^30 of 100 mails .* \(30 %; a run holds itself above 20 %\)\. [A-Z].*\.$/);
  expect(advice).toMatch(/^[A-Z].*\.$/);
  expect(share).toBe(0.3);
});
