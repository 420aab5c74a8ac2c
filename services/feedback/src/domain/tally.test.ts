import { emptyBitmap, including } from './bitmap.ts';
import type { OutcomeKind } from './outcome.ts';
import { questions, tally } from './tally.ts';

const having = (kind: OutcomeKind, block: number, ...positions: readonly number[]) => ({
  kind,
  block,
  bitmap: including(emptyBitmap, positions),
});

describe('tally', () => {
  it('is all zeros before anything has happened', () => {
    expect(new Set(Object.values(tally([])))).toEqual(new Set([0]));
  });

  it('sums over blocks', () => {
    expect(tally([having('sent', 0, 1, 2), having('sent', 1, 1)])).toMatchObject({ sent: 3, delivered: 0 });
  });

  it('counts somebody whose mail bounced in two ways once', () => {
    const happened = [having('bounced_transient', 0, 5, 6), having('bounced_permanent', 0, 6)];

    expect(tally(happened)).toMatchObject({ bounced: 2, hardBounced: 1 });
  });

  it.each(Object.entries(questions))('answers %s by %j', (question, kinds) => {
    const happened = kinds.map((kind, n) => having(kind, 0, n));

    expect(tally(happened)).toHaveProperty(question, kinds.length);
  });
});
