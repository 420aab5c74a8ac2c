import type { SendAnswer } from '../../domain/send-answer.ts';
import { between, byShare, oneOf, type Random } from './chance.ts';
import type { Weather } from './scenario.ts';
import { drawFreeze, drawStall, type Trouble } from './trouble.ts';

/** What goes wrong with one mail. Without an answer SES does what it would have done. */
export interface SesTrouble extends Trouble {
  readonly answer?: SendAnswer;
  /** It takes the mail all the same. */
  readonly isTaken?: true;
}

const failed: SendAnswer = { kind: 'unknown', reason: 'http_500' };
const unconnected: SendAnswer = { kind: 'unsent', reason: 'no_connection' };

interface Limits {
  /** The client waits so long for an answer. */
  readonly requestMs: number;
  /** A request is taken so long after it was sent, or never. */
  readonly networkMs: number;
}

/** Draws what goes wrong with a mail: on its way, in SES, or with its sender. */
export const troubleWithSes =
  ({ ses, dies, stalls, freezes }: Weather, limits: Limits) =>
  (random: Random): SesTrouble | undefined => {
    const draw = byShare<(random: Random, limits: Limits) => SesTrouble>(random, [
      [ses, drawFault],
      [dies, drawDeath],
      [stalls, drawStall],
      [freezes, drawFreeze],
    ]);
    return draw?.(random, limits);
  };

const drawFault = (random: Random, { requestMs, networkMs }: Limits): SesTrouble => {
  const lateMs = Math.round(between(random, requestMs, networkMs));
  return oneOf<SesTrouble>(random, [
    { text: 'SES takes it, the connection breaks', fate: { lost: 'after' } },
    { text: 'the connection breaks before SES has it', fate: { lost: 'before' } },
    { text: 'SES takes it and never answers', fate: { lost: 'after', backMs: requestMs } },
    { text: 'SES never gets it, nobody says so', fate: { lost: 'before', backMs: requestMs } },
    { text: `no answer; SES takes it ${lateMs} ms later`, fate: { lost: { lateMs }, backMs: requestMs } },
    { text: 'SES fails before it takes it', fate: {}, answer: failed },
    { text: 'SES takes it and fails', fate: {}, answer: failed, isTaken: true },
    { text: 'SES throttles', fate: {}, answer: { kind: 'throttled' } },
    { text: 'no connection', fate: {}, answer: unconnected },
    { text: 'SES is slow', fate: { backMs: requestMs * 0.9 } },
  ]);
};

const drawDeath = (random: Random, { networkMs }: Limits): SesTrouble => {
  const lateMs = Math.round(between(random, 0, networkMs));
  return oneOf<SesTrouble>(random, [
    { text: 'its sender is killed before it leaves', fate: { lost: 'before', dies: true } },
    { text: 'its sender is killed, SES takes it', fate: { dies: true } },
    { text: `its sender is killed, SES takes it ${lateMs} ms later`, fate: { lost: { lateMs }, dies: true } },
  ]);
};
