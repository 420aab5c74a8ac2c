import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Luck that repeats itself: the same seed draws the same things in the same order. */
export interface Chance {
  /** A whole number between the two, both included. */
  between(least: number, most: number): number;
  /** From 0 to below 1. */
  share(): number;
  shuffled<Card>(cards: readonly Card[]): readonly Card[];
}

export const makeChance = (seed: number): Chance => {
  const generator = xoroshiro128plus(seed);
  const between = (least: number, most: number): number => uniformInt(generator, least, most);

  return {
    between,
    share: () => uniformFloat64(generator),
    shuffled: (cards) => {
      const left = [...cards];
      return cards.flatMap(() => left.splice(between(0, left.length - 1), 1));
    },
  };
};
