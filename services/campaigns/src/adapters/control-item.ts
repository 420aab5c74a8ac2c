import * as z from 'zod/mini';

import type { Capacity } from '../domain/capacity.ts';
import type { Control } from '../domain/control.ts';
import type { SnapshotProgress } from '../domain/snapshot.ts';
import { storedInstant } from './plan-item.ts';

export const HealthItem = z.object({
  sent: z.number(),
  delivered: z.number(),
  hardBounced: z.number(),
  complained: z.number(),
  /** Figures stored before these were watched have none of them. */
  rejected: z._default(z.number(), 0),
  delayed: z._default(z.number(), 0),
});

const part = {
  delivered: z.number(),
  hardBounced: z.number(),
  complained: z.number(),
  rejected: z.number(),
};

/** Beside the health that was said with it. */
export const WorstItem = z.object({
  worst: z.optional(
    z.object({
      domains: z.array(z.object({ domain: z.string(), ...part })),
      imports: z.array(z.object({ importId: z.string(), ...part })),
    }),
  ),
});

const CapacityItem = z.object({
  perSecond: z.number(),
  activeRuns: z.number(),
  left24Hours: z.optional(z.number()),
  refreshedAt: storedInstant,
});

export const toCapacityItem = ({ refreshedAt, ...capacity }: Capacity): z.infer<typeof CapacityItem> => ({
  ...capacity,
  refreshedAt: refreshedAt.toISOString(),
});

export const fromCapacityItem = (item: unknown): Capacity => {
  const { refreshedAt, ...capacity } = z.parse(CapacityItem, item);
  return { ...capacity, refreshedAt: new Date(refreshedAt) };
};

const ProgressItem = z.object({
  attempt: z.optional(z.number()),
  waitsFor: z.optional(z.string()),
  at: storedInstant,
});

export const toProgressItem = ({ at, ...progress }: SnapshotProgress): z.infer<typeof ProgressItem> => ({
  ...progress,
  at: at.toISOString(),
});

export const fromProgressItem = (item: unknown): SnapshotProgress => {
  const { at, ...progress } = z.parse(ProgressItem, item);
  return { ...progress, at: new Date(at) };
};

const ControlItem = z.object({
  control: z.enum(['send', 'hold', 'cancel']),
  revision: z.number(),
  /** Controls stored before runs could be completed are about an attempt that any later one outranks. */
  attempt: z._default(z.number(), 0),
  reason: z.optional(z.string()),
  guardrail: z.optional(
    z.object({
      guardrail: z.enum(['hard_bounces', 'complaints', 'rejections', 'refusals']),
      hits: z.number(),
      sample: z.number(),
      limit: z.number(),
    }),
  ),
  askedAt: storedInstant,
  exclude: z.optional(z.object({ domains: z.array(z.string()), imports: z.array(z.string()) })),
  readmitted: z.optional(z.number()),
  /** Controls stored before refusals were watched have no figures for them. */
  accepted: z.extend(HealthItem, { handedOver: z._default(z.number(), 0), refused: z._default(z.number(), 0) }),
});

export const toControlItem = ({ askedAt, exclude, ...control }: Control): z.infer<typeof ControlItem> => ({
  ...control,
  askedAt: askedAt.toISOString(),
  ...(exclude && { exclude: { domains: [...exclude.domains], imports: [...exclude.imports] } }),
});

export const fromControlItem = (item: unknown): Control => {
  const { askedAt, reason, guardrail, exclude, readmitted, ...control } = z.parse(ControlItem, item);
  return {
    ...control,
    askedAt: new Date(askedAt),
    ...(reason !== undefined && { reason }),
    ...(guardrail && { guardrail }),
    ...(exclude && { exclude }),
    ...(readmitted !== undefined && { readmitted }),
  };
};
