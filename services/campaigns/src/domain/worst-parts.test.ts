import { withBlame } from './worst-parts.ts';

const part = { delivered: 40, hardBounced: 12, complained: 1, rejected: 0 };

it('says where most of the harm comes from, and what to do', () => {
  const worst = { imports: [{ importId: 'imp_1', ...part }], domains: [{ domain: 'typos.example', ...part }] };

  expect(withBlame('12 hard bounces in 52 mails', worst)).toBe(
    '12 hard bounces in 52 mails. Worst so far: import imp_1 (13 of 52 mails bounced, were rejected or were complained about); domain typos.example (13 of 52 mails bounced, were rejected or were complained about). To go on without, resume with excludeImports or excludeDomains.',
  );
});

it.each([undefined, { imports: [], domains: [] }])('blames nobody where nobody is known: %j', (worst) => {
  expect(withBlame('12 hard bounces in 52 mails', worst)).toBe('12 hard bounces in 52 mails');
});
