import { count, id, instant } from '@bulkhead/contracts';
import * as z from 'zod/mini';

import { bounceCategories } from '../domain/bounce.ts';

const words = () => z.object({ en: z.string(), ko: z.string() });

export const BounceCategory = z.enum(bounceCategories);

/** To how many recipients what has happened. */
export const tally = {
  sent: count(),
  delivered: count(),
  bounced: count(),
  hardBounced: count(),
  complained: count(),
  delayed: count(),
  rejected: count(),
  /** By anybody, machines too. */
  opened: count(),
  clicked: count(),
  openedByPeople: count(),
  clickedByPeople: count(),
  sentTwice: count(),
  subscriptionChanged: count(),
  simulated: count(),
};

const outcome = () => z.enum(['sent', 'cancelled', 'failed']);

export const RunListed = z.object({
  runId: id(),
  campaignId: id(),
  campaignName: z.string(),
  startedAt: instant(),
  finishedAt: z.optional(instant()),
  outcome: z.optional(outcome()),
});

export const RunPage = z.object({ items: z.array(RunListed), cursor: z.optional(z.string()) });

export const Reconciliation = z.object({
  /** Everybody of the snapshot is accounted for. */
  isWhole: z.boolean(),
  /** The sum, and what is missing, as a sentence. */
  line: z.string(),
  missing: z.object({ recipients: z.int(), sendEvents: z.int() }),
});

export const Report = z.object({
  runId: id(),
  campaignId: z.optional(id()),
  /** Of a run that has started. */
  campaignName: z.optional(z.string()),
  startedAt: z.optional(instant()),
  /** Of a run that has ended: what campaigns counted. */
  finishedAt: z.optional(instant()),
  outcome: z.optional(outcome()),
  recipients: z.optional(count()),
  accepted: z.optional(count()),
  refused: z.optional(count()),
  suppressed: z.optional(count()),
  left: z.optional(count()),
  unsent: z.optional(count()),
  ...tally,
  /** Why mails came back, the most frequent reason first. */
  bounces: z.array(z.object({ category: BounceCategory, recipients: count(), meaning: words() })),
  reconciliation: Reconciliation,
  /** How long after SES accepted a mail its events were known, in seconds. */
  delaySeconds: z.optional(z.object({ events: count(), median: z.optional(z.number()), p95: z.optional(z.number()) })),
});
