import * as z from 'zod/mini';

import type { Plan, Wave } from '../domain/plan.ts';
import { fromRanges, toRanges } from './chunk-ranges.ts';

/** An instant as it is stored. */
export const storedInstant = z.iso.datetime();

const reconsider = z.optional(z.array(z.enum(['left', 'refused', 'suppressed'])));
export const reconsideredItem = z.object({
  left: z.number(),
  refused: z.number(),
  /** Missing where nobody could be left out yet. */
  suppressed: z._default(z.number(), 0),
});

export const PlanItem = z.object({
  recipients: z.number(),
  chunks: z.number(),
  wave: z.number(),
  wavesBefore: z.number(),
  size: z.number(),
  next: z.number(),
  again: z.string(),
  doubt: z.string(),
  unreadable: z._default(z.array(z.object({ reason: z.string(), chunks: z.string() })), []),
  totals: z.object({ accepted: z.number(), refused: z.number(), suppressed: z.number(), left: z.number() }),
  unsettled: z.number(),
  recounted: z.number(),
  open: z.optional(z.object({ wave: z.number(), final: z.boolean(), chunks: z.string(), reconsider })),
  openedAt: z.optional(storedInstant),
  waveFinishedAt: z.optional(storedInstant),
  isSettled: z.boolean(),
  reconsider,
  reconsidered: z._default(reconsideredItem, { left: 0, refused: 0, suppressed: 0 }),
});

export const toPlanItem = ({
  again,
  doubt,
  unreadable,
  open,
  openedAt,
  waveFinishedAt,
  reconsider: those,
  ...plan
}: Plan): z.infer<typeof PlanItem> => ({
  ...plan,
  again: toRanges(again),
  doubt: toRanges(doubt),
  unreadable: unreadable.map(({ reason, chunks }) => ({ reason, chunks: toRanges(chunks) })),
  ...(open && { open: toOpenItem(open) }),
  ...(openedAt && { openedAt: openedAt.toISOString() }),
  ...(waveFinishedAt && { waveFinishedAt: waveFinishedAt.toISOString() }),
  ...(those && { reconsider: [...those] }),
});

const toOpenItem = ({ chunks, reconsider: those, ...wave }: Wave) => ({
  ...wave,
  chunks: toRanges(chunks),
  ...(those && { reconsider: [...those] }),
});

export const fromPlanItem = ({
  again,
  doubt,
  unreadable,
  open,
  openedAt,
  waveFinishedAt,
  reconsider: those,
  ...plan
}: z.infer<typeof PlanItem>): Plan => ({
  ...plan,
  again: fromRanges(again),
  doubt: fromRanges(doubt),
  unreadable: unreadable.map(({ reason, chunks }) => ({ reason, chunks: fromRanges(chunks) })),
  ...(open && { open: fromOpenItem(open) }),
  ...(openedAt !== undefined && { openedAt: new Date(openedAt) }),
  ...(waveFinishedAt !== undefined && { waveFinishedAt: new Date(waveFinishedAt) }),
  ...(those && { reconsider: those }),
});

const fromOpenItem = ({ chunks, reconsider: those, ...wave }: NonNullable<z.infer<typeof PlanItem>['open']>): Wave => ({
  ...wave,
  chunks: fromRanges(chunks),
  ...(those && { reconsider: those }),
});
