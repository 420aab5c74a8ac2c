import { setTimeout as pause } from 'node:timers/promises';

import type { Run } from '@bulkhead/e2e';

import type { Inflictor } from './inflict.ts';
import type { Fault } from './plan-faults.ts';

/** How far a run has come, kept up to date by whoever follows it. */
export interface Progress {
  /** Share of the recipients whose mail SES has accepted. */
  sent: number;
  /** As it was last seen. */
  run?: Run;
  /** Faults that have begun. */
  faults: number;
  isOver: boolean;
  /** It is held, but has been told to go on. */
  isResumed: boolean;
}

const SLICE_MS = 50;

/** Lets every fault happen when it is due, and none once the run is over. */
export const inflictAll = async (faults: readonly Fault[], progress: Progress, inflictor: Inflictor): Promise<void> => {
  for (const { mishap, at, patienceMs, gapMs } of faults) {
    await pause(gapMs);
    const until = Date.now() + patienceMs;
    while (progress.sent < at && Date.now() < until && !progress.isOver) await pause(SLICE_MS);
    if (progress.isOver) return;

    inflictor.inflict(mishap);
    progress.faults += 1;
  }
};
