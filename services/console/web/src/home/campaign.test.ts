import { isQuiet, percentDone } from './campaign.ts';

it('counts everybody who is decided, whatever the decision', () => {
  expect(percentDone({ accepted: 40, refused: 5, suppressed: 4, left: 1, recipients: 100 })).toBe(50);
});

it('knows runs whose recipients are not counted yet', () => {
  expect(percentDone({ accepted: 0, refused: 0, suppressed: 0, left: 0, recipients: 0 })).toBe(0);
});

it('is quiet where nothing waits, and not before that is known', () => {
  const known = { isKnown: true, count: 0 };

  expect(isQuiet(0, [known, known])).toBe(true);
  expect(isQuiet(0, [known, { isKnown: false, count: 0 }])).toBe(false);
  expect(isQuiet(0, [{ isKnown: true, count: 3 }, known])).toBe(false);
  expect(isQuiet(1, [known, known])).toBe(false);
});
