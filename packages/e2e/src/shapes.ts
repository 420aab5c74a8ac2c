import * as z from 'zod/mini';

const count = z.int();

/** What the HTTP APIs answer, as far as a client relies on it. */
export const listCreated = z.object({ listId: z.string() });
export const contactCreated = z.object({ contactId: z.string() });
const suppression = z.object({ reason: z.string() });
export const contact = z.object({
  suppressed: z.optional(suppression),
  lists: z.array(z.object({ left: z.optional(suppression) })),
});
export const templateCreated = z.object({ templateId: z.string() });
export const campaignCreated = z.object({ campaignId: z.string() });
export const launched = z.object({ runId: z.string() });

export const importCreated = z.object({
  importId: z.string(),
  upload: z.object({ url: z.string(), headers: z.optional(z.record(z.string(), z.string())) }),
});
export const mediaAdded = z.object({ mediaId: z.string(), upload: importCreated.shape.upload });
export const importStatus = z.object({
  status: z.enum(['awaiting_upload', 'expired', 'uploaded', 'parsing', 'writing', 'finished', 'failed', 'cancelled']),
  rows: count,
  accepted: count,
  duplicates: count,
  rejected: count,
  written: count,
  added: count,
  updated: count,
  notes: z.optional(z.array(z.string())),
  rejectedRowsUrl: z.optional(z.url()),
  problem: z.optional(z.unknown()),
});
export const run = z.object({
  runId: z.string(),
  status: z.enum(['preparing', 'sending', 'held', 'waiting', 'sent', 'cancelled', 'failed']),
  reason: z.optional(z.string()),
  recipients: count,
  wave: count,
  accepted: count,
  refused: count,
  suppressed: count,
  left: count,
  pending: count,
  unsettled: count,
  /** Once a run has ended. */
  unsent: z.optional(count),
  /** Chunks with recipients who are unsent because their rows cannot be read. */
  unreadable: z.optional(z.array(z.object({ reason: z.string(), chunks: z.array(count) }))),
  /** What it waits for by itself. */
  waiting: z.optional(z.object({ reason: z.string(), until: z.optional(z.string()) })),
  /** Of a run by the clocks of its recipients. */
  departures: z.optional(z.array(z.object({ notBefore: z.string(), recipients: count, state: z.string() }))),
});
export const dispatchedRun = z.object({
  recipients: count,
  pending: count,
  claimed: count,
  accepted: count,
  refused: count,
  suppressed: count,
  unknown: count,
  left: count,
});
export const report = z.object({
  /** Once a run has ended. */
  unsent: z.optional(count),
  sent: count,
  delivered: count,
  bounced: count,
  hardBounced: count,
  complained: count,
  opened: count,
  clicked: count,
  openedByPeople: count,
  clickedByPeople: count,
  sentTwice: count,
  reconciliation: z.object({ isWhole: z.boolean(), line: z.string() }),
});

const linkFigures = z.object({ clicks: count, machine: count });
export const links = z.object({
  items: z.array(z.extend(linkFigures, { link: z.string() })),
  others: linkFigures,
});
export const clients = z.object({
  items: z.array(z.object({ client: z.string(), device: z.string(), opens: count })),
  unknown: count,
});

export const series = z.object({
  series: z.record(z.string(), z.array(z.object({ from: z.string(), minutes: count, count }))),
});

export const exportBegun = z.object({ exportId: z.string() });

export const exportStatus = z.object({
  status: z.enum(['building', 'ready', 'failed']),
  recipients: z.optional(count),
  url: z.optional(z.string()),
});

/** The mailbox of the SES simulator. */
export const mailboxPage = z.object({
  messages: z.array(z.object({ id: z.string(), to: z.array(z.string()) })),
  next: z.nullable(z.string()),
});

export const mailboxSummary = z.object({
  sentTwice: count,
  eventsPending: count,
  byOutcome: z.object({
    delivered: count,
    bounced: count,
    soft_bounced: count,
    complained: count,
    opened: count,
    clicked: count,
  }),
});

export type Contact = z.infer<typeof contact>;
export type Run = z.infer<typeof run>;
export type Report = z.infer<typeof report>;
export type ImportStatus = z.infer<typeof importStatus>;

/** Why a mail came back. */
const reason = { category: z.string(), meaning: z.object({ en: z.string(), ko: z.string() }) };
export const reasons = z.object({ bounces: z.array(z.object({ ...reason, recipients: count })) });
export const timelineReasons = z.object({
  items: z.array(
    z.object({ kind: z.string(), category: z.optional(reason.category), meaning: z.optional(reason.meaning) }),
  ),
});
