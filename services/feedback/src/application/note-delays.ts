import { type Delays, delaysOf, together } from '../domain/delays.ts';
import type { Outcome } from '../domain/outcome.ts';
import { inParallel } from './in-parallel.ts';
import type { Clock, DelayLog } from './ports.ts';

/** Notes how late outcomes came that have just been folded. */
export type NoteDelays = (folded: readonly Outcome[]) => Promise<void>;

/** How often the delays of a run are written by one Lambda environment. */
const PAUSE_MS = 15_000;
/** Runs that are remembered. */
const KEPT = 100;
const AT_ONCE = 10;

interface Gathered {
  readonly delays: Delays;
  readonly notedAtMs: number;
}

/**
 * Gathers, run by run, how long after SES accepted a mail its Send event was folded, and writes it down a few times a minute. It is a
 * measurement, not a figure of the run: what was gathered when an environment ends is lost, and what comes again is measured again.
 */
export const makeNoteDelays = ({
  delayLog,
  clock,
}: {
  readonly delayLog: Pick<DelayLog, 'add'>;
  readonly clock: Clock;
}): NoteDelays => {
  const gathered = new Map<string, Gathered>();

  const note = async (runId: string, delays: Delays, nowMs: number): Promise<void> => {
    const known = gathered.get(runId);
    const all = known === undefined ? delays : together(known.delays, delays);
    const notedAtMs = known?.notedAtMs ?? 0;
    const isDue = nowMs - notedAtMs >= PAUSE_MS;
    gathered.set(runId, isDue ? { delays: delaysOf([]), notedAtMs: nowMs } : { delays: all, notedAtMs });
    if (isDue) await delayLog.add(runId, all);
  };

  return async (folded) => {
    const nowMs = clock.now().getTime();
    const sends = folded.filter(({ kind }) => kind === 'sent');
    if (gathered.size > KEPT) gathered.clear();
    await inParallel([...Map.groupBy(sends, ({ runId }) => runId)], AT_ONCE, ([runId, same]) =>
      note(runId, delaysOf(same.map(({ at }) => nowMs - at.getTime())), nowMs),
    );
  };
};
