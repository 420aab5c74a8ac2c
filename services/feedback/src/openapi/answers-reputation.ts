import { count, instant } from '@bulkhead/contracts';
import * as z from 'zod/mini';

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
