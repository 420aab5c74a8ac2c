import type { Fate, Fates } from './actor.ts';

/** Kept: in a test's own context every look at a global costs more than the product. */
const { imul } = Math;

/** A small generator of pseudo-random numbers in [0, 1): the same seed, the same weather. */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

interface Weather {
  /** Chance that a call's answer is lost. */
  readonly lost: number;
  /** Chance that a caller dies in a call. */
  readonly dies: number;
  /** Chance that a call takes long. */
  readonly stalls: number;
}

/** Fates drawn at random: lost answers, late copies, stalls and deaths, at every await. */
export const weatherFrom = (random: () => number, { lost, dies, stalls }: Weather): Fates => {
  const lostOnes: readonly NonNullable<Fate['lost']>[] = ['before', 'after', { lateMs: 5_000 }, { lateMs: 40_000 }];

  return () => {
    const usual = { thereMs: Math.floor(random() * 10), backMs: Math.floor(random() * 10) };
    if (random() < lost) return { ...usual, lost: lostOnes[Math.floor(random() * lostOnes.length)] ?? 'before' };
    if (random() < dies) return { ...usual, dies: true };
    if (random() < stalls) return { ...usual, thereMs: Math.floor(random() * 50_000) };
    return usual;
  };
};
