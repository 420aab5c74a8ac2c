import { manyRuns, type Statistics } from './many-runs.ts';
import type { Scenario } from './scenarios.ts';

export type Result = Scenario & Statistics;

export const tryOut = (scenario: Scenario, seeds: number): Result => ({ ...scenario, ...manyRuns(scenario, seeds) });

/** What all of it comes to. */
export const summarize = (results: readonly Result[]) => {
  const runs = (is: Result['is'], count: (result: Result) => number) =>
    results.filter((result) => result.is === is).reduce((sum, result) => sum + count(result), 0);
  const runsOf = ({ seeds }: Result) => seeds;
  const heldOf = ({ held }: Result) => held;
  const invalid = results.filter(({ trouble }) => trouble.kind === 'hardBounced');
  return {
    seeds: results[0]?.seeds ?? 0,
    goodRuns: runs('good', runsOf),
    falseStops: runs('good', heldOf),
    falseStopRate: runs('good', heldOf) / Math.max(1, runs('good', runsOf)),
    runsAtTheLimit: runs('at the limit', runsOf),
    heldAtTheLimit: runs('at the limit', heldOf),
    badRuns: runs('bad', runsOf),
    missed: runs('bad', ({ seeds, held }) => seeds - held),
    mailsBeforeStop: Object.fromEntries(
      invalid.filter(({ is }) => is === 'bad').map(({ name, median = 0, p95 = 0 }) => [name, { median, p95 }]),
    ),
  };
};
