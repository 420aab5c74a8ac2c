import { recordOverhead } from '../assumptions.ts';
import { type Figures, last } from '../figures.ts';
import { fittingBatch } from '../fold.ts';
import { crowdedHistory, historyEvents } from '../history.ts';
import { bitmapBytes, ledgerBytes, shardBytes } from '../items.ts';
import { limits, musts } from '../limits.ts';
import { bytes, grouped, table } from '../markdown.ts';
import { manifestBytes, stateBytes, waveFinishedBytes, waveReleasedBytes, worstRunItemBytes } from '../payloads.ts';
import type { RunPlan } from '../run-plan.ts';
import { sesEventBytes } from '../ses-event-sizes.ts';
import { stacks } from '../stacks.ts';

/** A figure of a run of ten million beside the limit that it must stay under. */
export interface Limited {
  readonly what: string;
  readonly value: number;
  readonly limit: number;
  readonly write: (value: number) => string;
}

export const limitedIn = async ({ all }: Figures): Promise<readonly Limited[]> => {
  const { plan } = last(all);
  const widest = Math.max(...plan.waves.map((wave) => wave.chunks.length));
  return [...executions(plan), ...(await messages(plan.chunks, widest)), ...items(plan.chunks, widest)];
};

const executions = (plan: RunPlan): readonly Limited[] => {
  const history = { limit: limits.historyEvents, write: grouped };
  return [
    { what: 'waves', value: plan.waves.length, limit: musts.waves, write: grouped },
    { what: 'history of the execution', value: historyEvents(plan), ...history },
    {
      what: `the same, ${musts.waves} waves, a wait and a hold before each`,
      value: crowdedHistory(musts.waves),
      ...history,
    },
  ];
};

const messages = async (chunks: number, widest: number): Promise<readonly Limited[]> => {
  const message = { limit: limits.messageBytes, write: bytes };
  const { batchSize } = stacks.folding;
  const eventBytes = sesEventBytes.sending * recordOverhead.escaping + recordOverhead.bytes;
  return [
    { what: 'a state with its token and input', value: stateBytes, ...message },
    { what: `wave_released, ${widest} chunks`, value: waveReleasedBytes(widest, chunks - 1), ...message },
    { what: 'wave_released, settling every chunk', value: waveReleasedBytes(chunks, chunks - 1), ...message },
    {
      what: `wave_finished, all ${widest} chunks stopped`,
      value: await waveFinishedBytes(widest, chunks - 1),
      ...message,
    },
    {
      what: `${grouped(batchSize)} events handed to onSesEvents`,
      value: batchSize * eventBytes,
      limit: limits.invocationBytes,
      write: bytes,
    },
  ];
};

const items = (chunks: number, widest: number): readonly Limited[] => {
  const oneUnit = { limit: limits.writeUnitBytes, write: bytes };
  return [
    { what: 'ledger item (one write unit)', value: ledgerBytes, ...oneUnit },
    { what: 'bitmap of outcomes (one write unit)', value: bitmapBytes, ...oneUnit },
    {
      what: 'shard of a wave, all of its chunks done (two write units)',
      value: shardBytes(widest),
      limit: 2 * limits.writeUnitBytes,
      write: bytes,
    },
    {
      what: 'run item, every second chunk in doubt',
      value: worstRunItemBytes(chunks),
      limit: limits.itemBytes,
      write: bytes,
    },
  ];
};

export const limitsTable = (limited: readonly Limited[]): string =>
  table(
    ['ten million recipients', 'largest', 'limit'],
    limited.map(({ what, value, limit, write }) => [what, write(value), write(limit)]),
  );

export const manifestSize = (chunks: number): string => bytes(manifestBytes(chunks));

export const engagementBatch = (): number =>
  fittingBatch({ batchSize: stacks.folding.engagementBatchSize, eventBytes: sesEventBytes.engagement });
