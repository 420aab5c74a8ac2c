import { guardrailInKorean } from './korean-guardrail.ts';

it('says what a guardrail has found, with its figures', () => {
  const { reason, advice } = guardrailInKorean({
    guardrail: 'hard_bounces',
    hits: 1_032,
    sample: 10_306,
    share: 0.1001,
    limit: 0.04,
    reason: 'In English.',
    advice: 'In English.',
  });

  expect(reason).toContain('10,306통 중 1,032통(10%)이 영구 반송되었습니다.');
  expect(reason).toContain('한도는 4%입니다.');
  expect(advice).toContain('제외하고 재개');
});
