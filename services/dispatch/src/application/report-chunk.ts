import { isFull } from '../domain/run.ts';
import { reportOf } from '../domain/wave.ts';
import type { Cause, ChunkKey, Clock, Facts, Governors, Ledgers, Waves } from './ports.ts';
import { readCapacity } from './read-capacity.ts';

interface Closed extends ChunkKey {
  readonly wave: number;
  /** Somebody asks for the end of the wave once more: it is told though it was told before. */
  readonly isAskedAgain?: boolean;
}

export type ReportChunk = (closed: Closed, cause: Cause) => Promise<void>;

/** Reports a closed chunk to its wave; the last one tells what the whole wave has changed. Harmless as often as wanted. */
export const makeReportChunk =
  ({
    waves,
    ledgers,
    facts,
    governors,
    clock,
  }: {
    readonly waves: Waves;
    readonly ledgers: Ledgers;
    readonly facts: Facts;
    readonly governors: Pick<Governors, 'read'>;
    readonly clock: Pick<Clock, 'now'>;
  }): ReportChunk =>
  async (closed, cause) => {
    if (!(await waves.markDone(closed))) return;
    const { runId, wave } = closed;
    const found = await waves.find(runId, wave);
    if (found === undefined || !isFull(found) || (found.isTold && !closed.isAskedAgain)) return;

    const chunks = await ledgers.readMany(
      runId,
      found.shards.flatMap((shard) => shard.chunks),
    );
    const report = reportOf(
      found.shards.map(({ baseline }) => baseline),
      chunks,
    );
    const capacity = await readCapacity({ governors, clock }, runId);
    await facts.waveFinished({ runId, wave, final: found.final }, report, cause, capacity);
    await waves.markTold(runId, wave);
  };
