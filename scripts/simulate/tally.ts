import type { Course } from '../../services/dispatch/src/testing/simulation/simulate.ts';

/** What a number of simulated runs came to. All but the first three and `left` are 0 if the protocol keeps its promises. */
export interface Tally {
  readonly seeds: number;
  readonly recipients: number;
  readonly faults: number;
  /** Recipients whom SES took more than once. */
  readonly sentTwice: number;
  /** Recipients whom nothing was sent to, although the run was called sent or they were called accepted. */
  readonly neverSent: number;
  /** Seconds in which more requests reached SES than promised. */
  readonly rateViolations: number;
  /** Runs that came to no end. */
  readonly stuckRuns: number;
  /** Doubt that only a person can settle, as the run wished. */
  readonly left: number;
  /** Waves called over that were not, counts that are not true, messages that should have been dead, mails to people who had left, errors of our own. */
  readonly otherwiseBroken: number;
}

export const noTally: Tally = {
  seeds: 0,
  recipients: 0,
  faults: 0,
  sentTwice: 0,
  neverSent: 0,
  rateViolations: 0,
  stuckRuns: 0,
  left: 0,
  otherwiseBroken: 0,
};

export const addCourse = (tally: Tally, { recipients, faults, left, broken }: Course): Tally => {
  const count = (...promises: readonly string[]) => broken.filter(({ promise }) => promises.includes(promise)).length;
  return {
    seeds: tally.seeds + 1,
    recipients: tally.recipients + recipients,
    faults: tally.faults + faults.size,
    sentTwice: tally.sentTwice + count('sent_twice'),
    neverSent: tally.neverSent + count('never_sent'),
    rateViolations: tally.rateViolations + count('rate'),
    stuckRuns: tally.stuckRuns + count('stuck'),
    left: tally.left + left,
    otherwiseBroken: tally.otherwiseBroken + count('wave', 'count', 'generation', 'suppressed', 'crash'),
  };
};

export const isClean = ({ sentTwice, neverSent, rateViolations, stuckRuns, otherwiseBroken }: Tally): boolean =>
  sentTwice + neverSent + rateViolations + stuckRuns + otherwiseBroken === 0;
