import { paceAfter } from './pace.ts';

const ASKED_AT = 1_000_000;

it('looks again and again for a while after somebody has told a run something', () => {
  expect(paceAfter(ASKED_AT, ASKED_AT)).toBeGreaterThan(0);
  expect(paceAfter(ASKED_AT, ASKED_AT + 10_000)).toBeGreaterThan(0);
});

it('ends some time', () => {
  expect(paceAfter(ASKED_AT, ASKED_AT + 20_000)).toBe(false);
});

it('leaves alone what was told nothing', () => {
  expect(paceAfter(undefined, ASKED_AT)).toBe(false);
});
