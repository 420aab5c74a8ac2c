import { count, id, instant } from '@bulkhead/contracts';
import * as z from 'zod/mini';

export const Quota = z.object({
  /** Mails per second that SES grants. */
  maxSendRate: z.number(),
  /** Per 24 hours; negative for unlimited. */
  max24HourSend: z.number(),
  sentLast24Hours: z.number(),
  /** Mails per second that are given out now. */
  currentSendRate: z.number(),
  left24Hours: z.number(),
  refreshedAt: instant(),
  /** When SES last asked for fewer at a time. */
  throttledAt: z.optional(instant()),
});

/** How far the released chunks of a run are. */
export const SendingRun = z.object({
  runId: id(),
  campaignId: id(),
  isOpen: z.boolean(),
  control: z.enum(['send', 'hold', 'cancel']),
  exclude: z.optional(z.object({ domains: z.array(z.string()), imports: z.array(z.string()) })),
  recipients: count(),
  accepted: count(),
  refused: count(),
  suppressed: count(),
  /** In doubt, until SES has told of them. */
  unknown: count(),
  claimed: count(),
  left: count(),
  pending: count(),
  waves: count(),
  unreadable: z.array(
    z.object({
      chunk: count(),
      reason: z.enum(['chunk_missing', 'chunk_malformed', 'chunk_changed', 'row_malformed']),
      recipients: count(),
    }),
  ),
});

export const LeftPage = z.object({
  /** Places in the snapshot. */
  items: z.array(z.object({ chunk: count(), offset: count() })),
  cursor: z.optional(z.string()),
});
