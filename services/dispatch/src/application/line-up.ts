import { type ChunkState, countsOf } from '../domain/chunk-state.ts';
import { runsSharing } from '../domain/fair-share.ts';
import type { GovernorRecord } from '../domain/governor-record.ts';
import { reconsider } from '../domain/reconsider.ts';
import { pauseBefore, turnsOf } from '../domain/turn.ts';
import type { Cause, ChunkTasks, Clock } from './ports.ts';
import type { WaveRelease } from './release-wave.ts';

interface Ports {
  readonly tasks: ChunkTasks;
  readonly clock: Clock;
}

interface Known {
  readonly ledgers: ReadonlyMap<number, ChunkState>;
  readonly governor: GovernorRecord;
}

/** Sends the messages of a wave. No more come at once than the rate needs senders: the others would wait on paid time. */
export const lineUp = async (
  { tasks, clock }: Ports,
  release: WaveRelease,
  { known, cause }: { readonly known: Known; readonly cause: Cause },
): Promise<void> => {
  const now = clock.now();
  const line = turnsIn(release, known, now).map((turn) => ({ ...taskOf(release), ...turn }));
  const bySecond = Map.groupBy(line, ({ turnAt }) => Math.floor(pauseBefore(turnAt, now, 0) / 1_000));
  for (const [seconds, those] of bySecond) await tasks.send(those, seconds * 1_000, cause);
};

const taskOf = ({ run: { runId, manifest }, wave, final, reconsider: those }: WaveRelease) => ({
  runId,
  wave,
  tick: 0,
  final,
  manifest,
  ...(those && { reconsider: those }),
});

/** What each chunk holds tells how long it will take: those who are reconsidered are sent to, too. */
const turnsIn = ({ run, wave, chunks, reconsider: those }: WaveRelease, { ledgers, governor }: Known, now: number) => {
  const everyMs = governor.everyMs * runsSharing(governor.shares, run.runId, now);
  const open = chunks.map((chunk) => {
    const ledger = ledgers.get(chunk);
    return { chunk, recipients: ledger ? countsOf(reconsider(ledger, { wave, reconsider: those })).pending : 0 };
  });
  return turnsOf(open, { everyMs, now }).map(({ chunk, turnAt }) => ({ chunk, turnAt }));
};
