import * as z from 'zod/mini';

import type { Plan, WaveResult } from '../domain/plan.ts';
import { fromRanges, toRanges } from './chunk-ranges.ts';

/** An instant as it is stored. */
export const storedInstant = z.iso.datetime();

export const PlanItem = z.object({
  recipients: z.number(),
  chunks: z.number(),
  wave: z.number(),
  wavesBefore: z.number(),
  size: z.number(),
  next: z.number(),
  again: z.string(),
  doubt: z.string(),
  totals: z.object({ accepted: z.number(), refused: z.number(), suppressed: z.number(), left: z.number() }),
  unsettled: z.number(),
  recounted: z.number(),
  open: z.optional(z.object({ wave: z.number(), final: z.boolean(), chunks: z.string() })),
  canaryFinishedAt: z.optional(storedInstant),
  isSettled: z.boolean(),
});

export const toPlanItem = ({ again, doubt, open, canaryFinishedAt, ...plan }: Plan): z.infer<typeof PlanItem> => ({
  ...plan,
  again: toRanges(again),
  doubt: toRanges(doubt),
  ...(open && { open: { ...open, chunks: toRanges(open.chunks) } }),
  ...(canaryFinishedAt && { canaryFinishedAt: canaryFinishedAt.toISOString() }),
});

export const fromPlanItem = ({ again, doubt, open, canaryFinishedAt, ...plan }: z.infer<typeof PlanItem>): Plan => ({
  ...plan,
  again: fromRanges(again),
  doubt: fromRanges(doubt),
  ...(open && { open: { ...open, chunks: fromRanges(open.chunks) } }),
  ...(canaryFinishedAt !== undefined && { canaryFinishedAt: new Date(canaryFinishedAt) }),
});

export const WaveItem = z.object({
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
});

export const toWaveItem = (result: WaveResult): z.infer<typeof WaveItem> => ({
  ...result,
  chunksWithPending: toRanges(result.chunksWithPending),
  chunksWithDoubt: toRanges(result.chunksWithDoubt),
  finishedAt: result.finishedAt.toISOString(),
});

export const fromWaveItem = (item: unknown): WaveResult => {
  const result = z.parse(WaveItem, item);
  return {
    ...result,
    chunksWithPending: fromRanges(result.chunksWithPending),
    chunksWithDoubt: fromRanges(result.chunksWithDoubt),
    finishedAt: new Date(result.finishedAt),
  };
};
