import type { UsualTimes } from '../domain/pace.ts';

/** What an environment learns, over all its invocations, of how long things take. */
export interface SendingTimes {
  usual(): UsualTimes;
  /** SES answered a mail after so long. */
  noteAnswer(ms: number): void;
  /** From the decision to open a batch until its claim was known: so long, waiting for slots left out. */
  noteClaim(ms: number): void;
}

/** What is supposed before anything is known. */
const FIRST_GUESS: UsualTimes = { answerMs: 40, claimMs: 20 };
/** Shorter times are believed soon, longer ones when they last: what is slow because everything waits is not the rule. */
const [SOONER, LATER] = [0.3, 0.05];

export const watchTimes = (): SendingTimes => {
  let usual = FIRST_GUESS;
  const towards = (known: number, seen: number): number => known + (seen - known) * (seen < known ? SOONER : LATER);

  return {
    usual: () => usual,
    noteAnswer: (ms) => {
      usual = { ...usual, answerMs: towards(usual.answerMs, ms) };
    },
    noteClaim: (ms) => {
      usual = { ...usual, claimMs: towards(usual.claimMs, ms) };
    },
  };
};
