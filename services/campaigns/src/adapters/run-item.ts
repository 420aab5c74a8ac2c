import * as z from 'zod/mini';

import type { Run } from '../domain/run.ts';
import { AudienceItem, fromAudienceItem } from './audience-item.ts';
import { DoubtItem, fromDoubtItem } from './doubt-item.ts';
import { fromPlanItem, PlanItem, storedInstant, toPlanItem } from './plan-item.ts';
import { fromLimitsItem, LimitsItem, LocalTimeItem, WindowItem } from './wishes-item.ts';

const Item = z.object({
  runId: z.string(),
  campaignId: z.string(),
  campaignName: z.string(),
  listId: z.string(),
  audience: z.optional(AudienceItem),
  attempt: z.number(),
  status: z.enum(['running', 'sent', 'cancelled', 'failed']),
  startedAt: storedInstant,
  finishedAt: z.optional(storedInstant),
  content: z.optional(z.object({ uri: z.string(), fields: z.array(z.string()) })),
  plan: z.optional(PlanItem),
  waitsUntil: z.optional(storedInstant),
  opensAt: z.optional(storedInstant),
  doubt: z.optional(DoubtItem),
  window: z.optional(WindowItem),
  guardrails: z.optional(LimitsItem),
  localTime: z.optional(LocalTimeItem),
  failure: z.optional(z.object({ code: z.string(), message: z.string() })),
  revision: z.number(),
});

export const toRunItem = ({ startedAt, finishedAt, waitsUntil, opensAt, plan, ...run }: Run) => ({
  ...run,
  startedAt: startedAt.toISOString(),
  ...(finishedAt && { finishedAt: finishedAt.toISOString() }),
  ...(waitsUntil && { waitsUntil: waitsUntil.toISOString() }),
  ...(opensAt && { opensAt: opensAt.toISOString() }),
  ...(plan && { plan: toPlanItem(plan) }),
});

export const fromRunItem = (item: unknown): Run => {
  const { startedAt, finishedAt, waitsUntil, opensAt, plan, content, failure, ...stored } = z.parse(Item, item);
  const { doubt, audience, window, guardrails, localTime, ...run } = stored;
  return {
    ...run,
    startedAt: new Date(startedAt),
    ...(finishedAt !== undefined && { finishedAt: new Date(finishedAt) }),
    ...(waitsUntil !== undefined && { waitsUntil: new Date(waitsUntil) }),
    ...(opensAt !== undefined && { opensAt: new Date(opensAt) }),
    ...(plan && { plan: fromPlanItem(plan) }),
    ...(content && { content }),
    ...(failure && { failure }),
    ...(audience && { audience: fromAudienceItem(audience) }),
    ...(doubt && { doubt: fromDoubtItem(doubt) }),
    ...(window && { window }),
    ...(guardrails && { guardrails: fromLimitsItem(guardrails) }),
    ...(localTime && { localTime }),
  };
};
