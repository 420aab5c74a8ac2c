import type { Fate } from '../actor.ts';
import { between, byShare, oneOf, type Random } from './chance.ts';
import type { Weather } from './scenario.ts';

/** What goes wrong with one call. */
export interface Trouble {
  readonly text: string;
  readonly fate: Fate;
  /** The whole process stands still from the start of the call. */
  readonly freezeMs?: number;
}

const LONGEST_STALL_MS = 60_000;
const LONGEST_FREEZE_MS = 120_000;
const LATEST_MS = 40_000;

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;

/** Draws what goes wrong with a call to anybody but SES. */
export const drawTrouble =
  (weather: Weather) =>
  (random: Random): Trouble | undefined => {
    const { lost, dies, stalls, freezes } = weather;
    const draw = byShare(random, [
      [lost, drawLoss],
      [dies, drawDeath],
      [stalls, drawStall],
      [freezes, drawFreeze],
    ]);
    return draw?.(random);
  };

/** Draws what goes wrong while a process waits for an instant: nothing can be lost there. */
export const drawTroubleInSleep =
  ({ dies, freezes }: Weather) =>
  (random: Random): Trouble | undefined => {
    const draw = byShare<(random: Random) => Trouble>(random, [
      [dies / 2, () => ({ text: 'is killed', fate: { dies: true } })],
      [freezes / 2, drawFreeze],
    ]);
    return draw?.(random);
  };

const drawLoss = (random: Random): Trouble => {
  const lateMs = Math.round(between(random, 1_000, LATEST_MS));
  return oneOf<Trouble>(random, [
    { text: 'is lost on its way', fate: { lost: 'before' } },
    { text: 'happens, the answer is lost', fate: { lost: 'after' } },
    { text: `gets no answer and happens ${seconds(lateMs)} later`, fate: { lost: { lateMs } } },
  ]);
};

const drawDeath = (random: Random): Trouble =>
  oneOf<Trouble>(random, [
    { text: 'the caller is killed before it happens', fate: { lost: 'before', dies: true } },
    { text: 'the caller is killed when it has happened', fate: { dies: true } },
  ]);

export const drawStall = (random: Random): Trouble => {
  const thereMs = Math.round(between(random, 300, LONGEST_STALL_MS));
  return { text: `leaves ${seconds(thereMs)} late`, fate: { thereMs } };
};

export const drawFreeze = (random: Random): Trouble => {
  const freezeMs = Math.round(between(random, 300, LONGEST_FREEZE_MS));
  return { text: `the caller stands still for ${seconds(freezeMs)}`, fate: {}, freezeMs };
};
