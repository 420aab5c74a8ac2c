import { isEmpty } from '../domain/bitmap.ts';
import { capacityOf } from '../domain/capacity.ts';
import { type ChunkState, pendingOf } from '../domain/chunk-state.ts';
import type { GovernorRecord } from '../domain/governor-record.ts';
import type { ChunkTask, Run } from '../domain/run.ts';
import { pauseBefore, pauseForQuota, turnOf } from '../domain/turn.ts';
import type { Cause, Governors } from './ports.ts';
import type { SenderPorts } from './sender-ports.ts';
import { shareGovernor } from './share-governor.ts';

/** `now` comes with the governor as a sender of this run sees it. `stopped`: people want nothing more of the run for now. */
export type TakenTurn =
  | { readonly kind: 'now'; readonly governors: Governors }
  | { readonly kind: 'later' }
  | { readonly kind: 'stopped'; readonly by: 'hold' | 'cancel' };

interface Waiting {
  readonly task: ChunkTask;
  readonly run: Run;
  /** The chunk as it would be taken over. */
  readonly chunk: ChunkState;
}

/**
 * Looks whether a sender is of use before anything is taken over. If not, an equal message comes back later: nothing is written, and
 * nobody is looked up. Nothing waits of which people want no more, nor a chunk in which nobody is left to be sent to.
 */
export const takeTurn = async (ports: SenderPorts, waiting: Waiting, cause: Cause): Promise<TakenTurn> => {
  const { governors, controls, clock, pace } = ports;
  const { task, run, chunk } = waiting;
  if (isEmpty(pendingOf(chunk))) return { kind: 'now', governors };

  const [record, { control }] = await Promise.all([governors.read(), controls.read(run)]);
  if (control !== 'send') return { kind: 'stopped', by: control };
  if (record === undefined) return { kind: 'now', governors };

  const turn = turnOf(record, { runId: task.runId, now: clock.now() }, pace);
  if (turn.kind === 'now') return { kind: 'now', governors: shareGovernor(ports, task.runId, record) };
  if (turn.for === 'quota') await waitForQuota(ports, task, { record, cause });
  else await waitForRate(ports, task, { leastMs: turn.leastMs, cause });
  return { kind: 'later' };
};

// Sent first, finished second, as whenever a message is replaced by its equal.

const waitForRate = (
  { tasks, clock }: SenderPorts,
  task: ChunkTask,
  { leastMs, cause }: { readonly leastMs: number; readonly cause: Cause },
): Promise<void> => {
  const now = clock.now();
  // Without a turn it would be looked at every other second for as long as it waits.
  const turnAt = task.turnAt ?? now;
  return tasks.send([{ ...task, turnAt }], Math.max(leastMs, pauseBefore(turnAt, now)), cause);
};

/** It may be hours: whoever follows the run hears that it lives, and why nothing happens. */
const waitForQuota = async (
  { tasks, facts, clock }: SenderPorts,
  task: ChunkTask,
  { record, cause }: { readonly record: GovernorRecord; readonly cause: Cause },
): Promise<void> => {
  await tasks.send([task], pauseForQuota(task.chunk), cause);
  await facts.waveProgressed(task, 'waiting', cause, capacityOf(record, task.runId, clock.now()));
};
