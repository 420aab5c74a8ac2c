import { type ChunkState, countsOf } from '../domain/chunk-state.ts';
import { runsSharing } from '../domain/fair-share.ts';
import type { GovernorRecord } from '../domain/governor-record.ts';
import { type Reconsidered, reconsider } from '../domain/reconsider.ts';
import type { Run } from '../domain/run.ts';
import { pauseBefore, turnsOf } from '../domain/turn.ts';
import type { Cause, ChunkTasks, Clock } from './ports.ts';

interface Ports {
  readonly tasks: ChunkTasks;
  readonly clock: Clock;
}

interface Line {
  readonly run: Pick<Run, 'runId' | 'manifest'>;
  readonly wave: number;
  readonly final: boolean;
  readonly chunks: readonly number[];
  readonly reconsider?: readonly Reconsidered[] | undefined;
}

interface Known {
  readonly ledgers: ReadonlyMap<number, ChunkState>;
  readonly governor: GovernorRecord;
}

/**
 * Sends the messages of a wave. No more come at once than the rate needs senders: the others would wait on paid time. Of a run that is
 * stopped already all come at once: there is nothing to do but to close them.
 */
export const lineUp = async (
  { tasks, clock }: Ports,
  release: Line,
  { known, isStopped, cause }: { readonly known: Known; readonly isStopped: boolean; readonly cause: Cause },
): Promise<void> => {
  const now = clock.now();
  const line = turnsIn(release, known, now).map((turn) => ({ ...taskOf(release), ...turn }));
  const bySecond = Map.groupBy(line, ({ turnAt }) => (isStopped ? 0 : Math.floor(pauseBefore(turnAt, now, 0) / 1_000)));
  for (const [seconds, those] of bySecond) await tasks.send(those, seconds * 1_000, cause);
};

const taskOf = ({ run: { runId, manifest }, wave, final, reconsider: those }: Line) => ({
  runId,
  wave,
  tick: 0,
  final,
  manifest,
  ...(those && { reconsider: those }),
});

/** What each chunk holds tells how long it will take: those who are reconsidered are sent to, too. */
const turnsIn = ({ run, wave, chunks, reconsider: those }: Line, { ledgers, governor }: Known, now: number) => {
  const everyMs = governor.everyMs * runsSharing(governor.shares, run.runId, now);
  const open = chunks.map((chunk) => {
    const ledger = ledgers.get(chunk);
    return { chunk, recipients: ledger ? countsOf(reconsider(ledger, { wave, reconsider: those })).pending : 0 };
  });
  return turnsOf(open, { everyMs, now }).map(({ chunk, turnAt }) => ({ chunk, turnAt }));
};
