import type { Clock } from '../clock.ts';
import { StateError } from '../errors.ts';
import type { OpenTask } from '../tokens.ts';

/** Histories show a lost heartbeat as `States.Timeout`; retriers and catchers may use either name. */
const heartbeatLost = (): StateError => new StateError('States.Timeout', '', ['States.HeartbeatTimeout']);

export interface Limits {
  readonly timeoutSeconds?: number;
  readonly heartbeatSeconds?: number;
}

/** Rejects when the task has run for its whole `TimeoutSeconds`. */
export const timeout = async (clock: Clock, seconds: number, signal: AbortSignal): Promise<never> => {
  await clock.sleep(seconds * 1_000, signal);
  throw new StateError('States.Timeout');
};

/** Rejects when nothing was heard of the task for `HeartbeatSeconds`. */
export const heartbeat = async (
  clock: Clock,
  { task, seconds }: { readonly task: OpenTask; readonly seconds: number },
  signal: AbortSignal,
): Promise<never> => {
  for (;;) {
    const leftMs = task.lastSignMs() + seconds * 1_000 - clock.now();
    if (leftMs <= 0) throw heartbeatLost();
    await clock.sleep(leftMs, signal);
  }
};
