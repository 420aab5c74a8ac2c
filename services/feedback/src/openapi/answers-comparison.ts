import { count, id, instant } from '@bulkhead/contracts';
import * as z from 'zod/mini';

import { rateNames } from '../domain/rates.ts';
import { tally } from './answers-runs.ts';

const rate = () => z.object({ of: count(), rate: z.number() });

export const Comparison = z.object({
  runs: z.array(
    z.object({
      runId: id(),
      campaignName: z.optional(z.string()),
      startedAt: z.optional(instant()),
      ...tally,
      rates: z.object({
        delivered: rate(),
        bounced: rate(),
        hardBounced: rate(),
        rejected: rate(),
        complained: rate(),
        openedByPeople: rate(),
        clickedByPeople: rate(),
      }),
    }),
  ),
  /** Of every run but the first, from the first. */
  differences: z.array(
    z.object({
      runId: id(),
      rate: z.enum(rateNames),
      difference: z.number(),
      low: z.number(),
      high: z.number(),
      isWithinChance: z.boolean(),
      note: z.string(),
    }),
  ),
});
