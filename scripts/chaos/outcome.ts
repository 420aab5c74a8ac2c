import type { Run } from '@bulkhead/e2e';

/** The last line of the script. */
export interface Figures {
  readonly recipients: number;
  readonly accepted: number;
  readonly refused: number;
  readonly suppressed: number;
  /** Doubt that is not settled. */
  readonly left: number;
  readonly sentTwice: number;
  /** Nobody knows of any mail to them, and the run does not list them as doubtful. */
  readonly neverSent: number;
  readonly kills: number;
  readonly faults: number;
  readonly seed: number;
}

/** What came of a run. */
export interface Outcome {
  readonly figures: Figures;
  readonly isRight: boolean;
  /** What was done to the run, in order, what is wrong with it, and how everything stands. */
  readonly story: readonly string[];
}

interface Counted {
  readonly recipients: number;
  readonly seed: number;
  /** As last seen, if it was seen at all. */
  readonly run: Pick<Run, 'accepted' | 'refused' | 'suppressed' | 'left'> | undefined;
  readonly sentTwice: readonly string[];
  readonly neverSent: readonly string[];
  readonly kills: number;
  readonly faults: number;
}

const nobody = { accepted: 0, refused: 0, suppressed: 0, left: 0 };

export const figuresOf = (counted: Counted): Figures => {
  const { accepted, refused, suppressed, left } = counted.run ?? nobody;
  const { recipients, sentTwice, neverSent, kills, faults, seed } = counted;

  return {
    recipients,
    accepted,
    refused,
    suppressed,
    left,
    sentTwice: sentTwice.length,
    neverSent: neverSent.length,
    kills,
    faults,
    seed,
  };
};
