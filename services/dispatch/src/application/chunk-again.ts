import type { Ledger } from '../domain/chunk-state.ts';
import type { ChunkTask, Run, Wave } from '../domain/run.ts';
import { tickFor } from '../domain/sweep-chunks.ts';

/** A wave that is not told yet, of a run that is open. */
export interface OpenWave {
  readonly run: Run;
  readonly number: number;
  readonly wave: Wave;
}

/** One more message for a chunk of an open wave. More than one is harmless, none would be a chunk forgotten. */
export const chunkAgain = ({ run, number, wave }: OpenWave, chunk: number, ledger: Ledger): ChunkTask => ({
  runId: run.runId,
  chunk,
  wave: number,
  tick: tickFor(number, ledger),
  final: wave.final,
  manifest: run.manifest,
  ...(wave.reconsider && { reconsider: wave.reconsider }),
});
