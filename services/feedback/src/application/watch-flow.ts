import { type Arrivals, type Bounds, sightingOf } from '../domain/flow.ts';
import type { Clock, FlowLog } from './ports.ts';

export type WatchFlow = (arrivals: Arrivals) => Promise<void>;

/**
 * Notes how a batch of events came, before anything of it is folded: so whoever finds an event folded that was held up
 * also finds that something was held up.
 *
 * A batch that was not held up is noted a few times in `drainMs` by each Lambda environment, which is enough to see
 * that batches come steadily; that memory may be forgotten.
 */
export const makeWatchFlow = ({
  flowLog,
  clock,
  bounds,
}: {
  readonly flowLog: Pick<FlowLog, 'note'>;
  readonly clock: Clock;
  readonly bounds: Bounds;
}): WatchFlow => {
  let notedAtMs = 0;

  return async (arrivals) => {
    const nowMs = clock.now().getTime();
    const sighting = sightingOf(arrivals, bounds, nowMs);
    if (!sighting.isHeldUp && nowMs - notedAtMs < bounds.drainMs / 4) return;

    await flowLog.note(sighting);
    notedAtMs = nowMs;
  };
};
