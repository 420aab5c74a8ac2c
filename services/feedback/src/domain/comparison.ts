import { type Difference, differenceOf, type RateName, rateNames, type Share, sharesOf } from './rates.ts';
import type { Run } from './run.ts';
import type { Tally } from './tally.ts';

interface ReportedRun {
  readonly run: Run;
  readonly tally: Tally;
}

/** How a rate of a run differs from that of the first run. */
export interface RateDifference extends Difference {
  readonly runId: string;
  readonly rate: RateName;
  /** What that means, as a sentence for people. */
  readonly note: string;
}

export interface Comparison {
  readonly runs: readonly (ReportedRun & { readonly shares: ReadonlyMap<RateName, Share> })[];
  readonly differences: readonly RateDifference[];
}

/** Puts runs side by side, and every other beside the first. */
export const compare = (reports: readonly ReportedRun[]): Comparison => {
  const runs = reports.map(({ run, tally }) => ({ run, tally, shares: sharesOf(run, tally) }));
  const [first, ...others] = runs;
  return {
    runs,
    differences: others.flatMap(({ run, shares }) =>
      rateNames.flatMap((rate) => {
        const [one, base] = [shares.get(rate), first?.shares.get(rate)];
        const difference = one && base && differenceOf(one, base);
        return difference ? [{ runId: run.runId, rate, ...difference, note: noteOn(difference) }] : [];
      }),
    ),
  };
};

const noteOn = ({ difference, low, high, isWithinChance }: Difference): string => {
  const range = `between ${points(low)} and ${points(high)}`;
  if (isWithinChance) return `Within chance: the true difference may be anything ${range} percentage points.`;
  const direction = difference > 0 ? 'More' : 'Less';
  return `${direction} than in the first run, and not by chance: ${points(difference)} percentage points (${range}).`;
};

/** Three digits that matter, with the sign. */
const points = (share: number): string => {
  const text = String(Number((share * 100).toPrecision(3)));
  return share > 0 ? `+${text}` : text;
};
