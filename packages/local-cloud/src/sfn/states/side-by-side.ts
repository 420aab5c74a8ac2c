import { setMaxListeners } from 'node:events';

import { Aborted } from '../errors.ts';
import type { Lane } from '../lane.ts';

interface Work {
  /** How many run at once. */
  readonly atOnce: number;
  readonly count: number;
  readonly each: (n: number, signal: AbortSignal) => Promise<void>;
}

/** Runs several lanes; the first that fails cuts the others off, and they are waited for before its error is thrown. */
export const sideBySide = async (lane: Lane, { atOnce, count, each }: Work): Promise<void> => {
  const cutOff = new AbortController();
  const signal = AbortSignal.any([lane.signal, cutOff.signal]);
  // Every lane listens; Node would take more than ten for a leak.
  setMaxListeners(0, signal);
  let next = 0;

  const worker = async (): Promise<void> => {
    while (next < count && !signal.aborted) await each(next++, signal);
  };
  const workers = Array.from({ length: Math.min(atOnce, count) }, async () => {
    try {
      await worker();
    } catch (error) {
      if (!cutOff.signal.aborted) cutOff.abort(new Aborted());
      throw error;
    }
  });

  const failures = (await Promise.allSettled(workers)).filter(({ status }) => status === 'rejected');
  lane.signal.throwIfAborted();
  const reasons = failures.map((failure) => ('reason' in failure ? failure.reason : undefined));
  const first = reasons.find((reason) => !(reason instanceof Aborted));
  if (first !== undefined) throw first;
};
