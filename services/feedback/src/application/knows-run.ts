import type { Runs } from './ports.ts';

/** Whether campaigns has told us of a run. */
export type KnowsRun = (runId: string) => Promise<boolean>;

/** Runs that are remembered. */
const KEPT = 500;

/** Looks runs up, and remembers those that are known for as long as the Lambda environment lives. One that is not may be told of yet. */
export const makeKnowsRun = (runs: Pick<Runs, 'find'>): KnowsRun => {
  const known = new Set<string>();

  return async (runId) => {
    if (known.has(runId)) return true;
    if ((await runs.find(runId)) === undefined) return false;
    if (known.size >= KEPT) known.clear();
    known.add(runId);
    return true;
  };
};
