import * as z from 'zod/mini';

import type { Capacity } from '../domain/capacity.ts';
import type { Control } from '../domain/control.ts';
import type { Snapshot, SnapshotProgress } from '../domain/snapshot.ts';
import { storedInstant } from './plan-item.ts';

export const HealthItem = z.object({
  sent: z.number(),
  delivered: z.number(),
  hardBounced: z.number(),
  complained: z.number(),
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

const SnapshotItem = z.object({ manifest: z.string(), recipients: z.number(), chunks: z.number() });

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
  askedAt: storedInstant,
  /** Controls stored before refusals were watched have no figures for them. */
  accepted: z.extend(HealthItem, { handedOver: z._default(z.number(), 0), refused: z._default(z.number(), 0) }),
});

export const toControlItem = ({ askedAt, ...control }: Control): z.infer<typeof ControlItem> => ({
  ...control,
  askedAt: askedAt.toISOString(),
});

export const fromControlItem = (item: unknown): Control => {
  const { askedAt, reason, ...control } = z.parse(ControlItem, item);
  return { ...control, askedAt: new Date(askedAt), ...(reason !== undefined && { reason }) };
};

export const fromSnapshotItem = (item: unknown): Snapshot => z.parse(SnapshotItem, item);
