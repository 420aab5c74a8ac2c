import * as z from 'zod/mini';

import type { WaveResult } from '../domain/plan.ts';
import type { KeptWave, WaveEnd } from '../domain/timeline.ts';
import { fromRanges, toRanges } from './chunk-ranges.ts';
import { HealthItem } from './control-item.ts';
import { reconsideredItem, storedInstant } from './plan-item.ts';

const WaveItem = z.object({
  wave: z.number(),
  final: z.boolean(),
  recipients: z.number(),
  accepted: z.number(),
  refused: z.number(),
  suppressed: z.number(),
  left: z.number(),
  pending: z.number(),
  unsettled: z.number(),
  chunksWithPending: z.string(),
  chunksWithDoubt: z.string(),
  finishedAt: storedInstant,
  reconsidered: z.optional(reconsideredItem),
  unreadable: z.optional(z.array(z.object({ reason: z.string(), recipients: z.number(), chunks: z.string() }))),
});

export const toWaveItem = ({ unreadable, ...result }: WaveResult): z.infer<typeof WaveItem> => ({
  ...result,
  chunksWithPending: toRanges(result.chunksWithPending),
  chunksWithDoubt: toRanges(result.chunksWithDoubt),
  finishedAt: result.finishedAt.toISOString(),
  ...(unreadable && { unreadable: unreadable.map(({ chunks, ...those }) => ({ ...those, chunks: toRanges(chunks) })) }),
});

export const fromWaveItem = (item: unknown): WaveResult => {
  const { reconsidered: open, unreadable, ...result } = z.parse(WaveItem, item);
  return {
    ...result,
    ...(open && { reconsidered: open }),
    ...(unreadable && {
      unreadable: unreadable.map(({ chunks, ...those }) => ({ ...those, chunks: fromRanges(chunks) })),
    }),
    chunksWithPending: fromRanges(result.chunksWithPending),
    chunksWithDoubt: fromRanges(result.chunksWithDoubt),
    finishedAt: new Date(result.finishedAt),
  };
};

/** Beside the result, for the timeline. */
export const toEndItem = ({ releasedAt, health }: WaveEnd) => ({
  ...(releasedAt && { releasedAt: releasedAt.toISOString() }),
  health,
});

const KeptItem = z.object({
  wave: z.number(),
  final: z.boolean(),
  recipients: z.number(),
  accepted: z.number(),
  refused: z.number(),
  suppressed: z.number(),
  finishedAt: storedInstant,
  /** Missing in items from before there was a timeline. */
  releasedAt: z.optional(storedInstant),
  health: z.optional(HealthItem),
});

export const fromKeptWaveItem = (item: unknown): KeptWave => {
  const { finishedAt, releasedAt, health, ...kept } = z.parse(KeptItem, item);
  return {
    ...kept,
    finishedAt: new Date(finishedAt),
    ...(releasedAt !== undefined && { releasedAt: new Date(releasedAt) }),
    ...(health && { health }),
  };
};
