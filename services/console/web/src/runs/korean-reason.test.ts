import { guardrailInKorean, reasonInKorean } from './korean-reason.ts';

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

it('names the files that a run waits for', () => {
  expect(
    reasonInKorean('Waits until the import of people.xlsx is finished: who is on the list by then is mailed.'),
  ).toBe('people.xlsx 가져오기가 끝나기를 기다립니다. 그때 목록에 있는 사람에게 보냅니다.');
});

it('leaves what it has no words for as it came', () => {
  expect(reasonInKorean('Something new.')).toBe('Something new.');
});
