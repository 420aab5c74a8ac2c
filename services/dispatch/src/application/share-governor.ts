import { aheadOfShareMs, othersAtWork, runsAtWork, shareFor } from '../domain/fair-share.ts';
import type { GovernorRecord } from '../domain/governor-record.ts';
import type { Pace } from '../domain/pace.ts';
import type { Clock, Governors, OpenWaves } from './ports.ts';

interface Ports {
  readonly governors: Governors;
  readonly openWaves: Pick<OpenWaves, 'list'>;
  readonly clock: Clock;
  readonly pace: Pace;
}

/** What is waited for in a paid invocation; whoever would have to wait longer gives his chunk back. */
const LONGEST_PAUSE_MS = 5_000;
/** After so long a sender looks whether another run gets no sender at all, and gives his chunk back if so. */
const STINT_MS = 60_000;
const GIVES_WAY_MS = 2_000;

/**
 * The governor as a sender of one run sees it: it notes for which run it gives slots, and while others want them too it gives no run
 * more than its part. `seen` is what was read of it last.
 */
export const shareGovernor = (
  { governors, openWaves, clock, pace }: Ports,
  runId: string,
  seen: GovernorRecord,
): Governors => {
  let record = seen;
  let lookedAt = clock.now();

  const notBefore = (delayMs: number) =>
    ({ kind: 'refused', seen: { ...record, tat: clock.now() + pace.horizonMs + delayMs } }) as const;

  /** How long this run has to leave the slots to others. */
  const mustWaitMs = async (): Promise<number> => {
    if (othersAtWork(record.shares, runId, clock.now()) === 0) return 0;
    record = (await governors.read()) ?? record;
    return aheadOfShareMs(record, { runId, now: clock.now() }, pace);
  };

  const keepsSomebodyOut = async (): Promise<boolean> => {
    if (clock.now() - lookedAt < STINT_MS) return false;
    lookedAt = clock.now();
    const open = await openWaves.list();
    const atWork = new Set([...runsAtWork(record.shares, lookedAt), runId]);
    return open.some((wave) => !atWork.has(wave.runId));
  };

  return {
    ...governors,
    read: async () => seen,
    reserve: async (reservation) => {
      if (await keepsSomebodyOut()) return notBefore(GIVES_WAY_MS);
      const waitMs = await mustWaitMs();
      if (waitMs > longestPauseAt(record, clock.now(), pace)) return notBefore(waitMs);
      if (waitMs > 0) await clock.sleepUntil(clock.now() + waitMs);

      const now = clock.now();
      const { count } = reservation;
      const answer = await governors.reserve({ ...reservation, now, share: shareFor(record, { runId, count, now }) });
      if (answer.kind === 'granted' || answer.kind === 'refused') record = answer.seen;
      return answer;
    },
  };
};

/** With the wait for the slots themselves it is never longer than the horizon. */
const longestPauseAt = ({ tat }: GovernorRecord, now: number, { horizonMs }: Pace): number =>
  Math.min(LONGEST_PAUSE_MS, Math.max(0, horizonMs - Math.max(0, tat - now)));
