/** How often something has happened among how many mails. */
export interface Observed {
  readonly hits: number;
  readonly sample: number;
}

/**
 * What the true odds may be, as multiples of the odds at the limit: a quarter above it up to ten times. Small ones find a list that is a
 * little too bad, large ones stop one that is hopeless after some dozen mails.
 */
const ODDS_RATIOS = [1.25, 1.5, 2, 3, 5, 10] as const;

/**
 * How strongly what was observed speaks for a true share above the limit, as the natural logarithm of a likelihood ratio: the mean, over
 * all that the odds may be, of how much better they explain it than the limit does.
 *
 * It may be looked at after every mail. While the true share is not above the limit, this mean is expected to shrink with every mail, so
 * the chance that it EVER reaches 1/a is at most a (Ville's inequality), however often and whenever one looks.
 */
export const evidenceAbove = (limit: number, { hits, sample }: Observed): number => {
  const logs = ODDS_RATIOS.map((ratio) => hits * Math.log(ratio) - sample * Math.log1p(limit * (ratio - 1)));
  const largest = Math.max(...logs);
  return largest + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - largest), 0) / logs.length);
};
