import { count, id, instant } from '@bulkhead/contracts';
import * as z from 'zod/mini';

const words = () => z.object({ en: z.string(), ko: z.string() });

export const BounceCategory = z.enum([
  'no_such_mailbox',
  'domain_dead',
  'mailbox_full',
  'content_rejected',
  'blocked_by_reputation',
  'account_suppression',
  'too_large',
  'temporary',
  'unknown',
]);

/** To how many recipients what has happened. */
const tally = {
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

const partFigures = {
  delivered: count(),
  hardBounced: count(),
  softBounced: count(),
  undetermined: count(),
  complained: count(),
  rejected: count(),
};

/** Whoever belongs to none that has figures of its own. */
const others = z.object(partFigures);

export const Domains = z.object({
  runId: id(),
  /** Those with most harm first. */
  items: z.array(z.object({ domain: z.string(), ...partFigures })),
  others,
});

export const ImportsOfRun = z.object({
  runId: id(),
  items: z.array(z.object({ importId: z.string(), ...partFigures })),
  others,
});

/** People who followed a link, and those for whom only a machine did. */
const clicks = { clicks: count(), machine: count() };

export const Links = z.object({
  runId: id(),
  /** Those that most people followed first. */
  items: z.array(z.object({ link: z.string(), ...clicks })),
  others: z.object(clicks),
});

export const Clients = z.object({
  runId: id(),
  /** Mail readers, the most used first. */
  items: z.array(
    z.object({
      client: z.enum(['apple', 'gmail', 'outlook', 'yahoo', 'naver', 'daum', 'other']),
      device: z.enum(['desktop', 'mobile', 'unknown']),
      opens: count(),
    }),
  ),
  /** People of whose mail readers nothing is known. */
  unknown: count(),
});

/** So many in so many minutes. */
export const Point = z.object({ from: instant(), minutes: z.int(), count: count() });
const points = () => z.array(Point);

export const Series = z.object({
  runId: id(),
  /** By the name of what is counted, in the order of time. */
  series: z.object({
    sent: points(),
    delivered: points(),
    hardBounced: points(),
    softBounced: points(),
    complained: points(),
    delayed: points(),
    rejected: points(),
    openedByPeople: points(),
    clickedByPeople: points(),
  }),
});

const RateName = z.enum([
  'delivered',
  'bounced',
  'hardBounced',
  'rejected',
  'complained',
  'openedByPeople',
  'clickedByPeople',
]);
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
      rate: RateName,
      difference: z.number(),
      low: z.number(),
      high: z.number(),
      isWithinChance: z.boolean(),
      note: z.string(),
    }),
  ),
});

export const Recipients = z.object({
  /** Places in the snapshot. */
  items: z.array(
    z.object({
      chunk: count(),
      offset: count(),
      /** Why the mail came back, for those whose mail did. */
      reasons: z.optional(z.array(BounceCategory)),
      /** Who stands there, for whoever asks for names; nobody once that is kept no more, 180 days after the run. */
      contact: z.optional(
        z.object({
          contactId: id(),
          /** Where names are asked for, and not ids alone. */
          address: z.optional(z.string()),
        }),
      ),
    }),
  ),
  cursor: z.optional(z.string()),
});

export const RequestedExport = z.object({ runId: id(), exportId: id() });

const exportHead = {
  runId: id(),
  exportId: id(),
  format: z.enum(['csv', 'ndjson']),
  requestedAt: instant(),
};

export const RunExport = z.union([
  z.object({ ...exportHead, status: z.literal('building') }),
  z.object({
    ...exportHead,
    status: z.literal('failed'),
    reason: z.object({ code: z.literal('snapshot_gone'), detail: z.string() }),
  }),
  z.object({
    ...exportHead,
    status: z.literal('ready'),
    asOf: instant(),
    recipients: count(),
    /** Those who could not be named. */
    unnamed: count(),
    /** For some minutes. */
    url: z.url(),
  }),
]);

/** A share of mails, beside the shares from where on SES puts an account under review, and may stop it. */
const judgedRate = z.object({
  count: count(),
  of: count(),
  rate: z.number(),
  review: z.number(),
  stop: z.number(),
  /** `unknown` as long as hardly anything was sent. */
  standing: z.enum(['unknown', 'good', 'near', 'review', 'stop']),
});

export const Reputation = z.object({
  /** Of the runs that began in this time. */
  from: instant(),
  to: instant(),
  runs: count(),
  /** False if there were more runs than are looked at: then it is of the latest. */
  isWhole: z.boolean(),
  sent: count(),
  delivered: count(),
  hardBounces: judgedRate,
  complaints: judgedRate,
});
