import type { StartedRun } from '../domain/run.ts';
import type { RunMark, Runs } from './ports.ts';

interface RunPage {
  readonly items: readonly StartedRun[];
  /** The last of the page, if there may be more. */
  readonly last?: RunMark;
}

export type ListRuns = (asked: { readonly after?: RunMark | undefined; readonly limit: number }) => Promise<RunPage>;

/** Lists runs, the newest first. */
export const makeListRuns =
  (runs: Pick<Runs, 'page'>): ListRuns =>
  async ({ after, limit }) => {
    const items = await runs.page({ after, limit });
    const last = items.at(-1);
    if (items.length < limit || last === undefined) return { items };
    return { items, last: { runId: last.runId, startedAt: last.start.at.toISOString() } };
  };
