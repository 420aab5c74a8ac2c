import { count, id, instant } from '@bulkhead/contracts';
import * as z from 'zod/mini';

/** One thing that is looked at before a campaign is launched. */
export const Check = z.object({
  id: z.enum([
    'template',
    'sender_verified',
    'sending_enabled',
    'dkim',
    'spf',
    'dmarc',
    'size',
    'speed',
    'links',
    'unsubscribe',
    'fields',
    'subject',
    'quota',
    'window',
  ]),
  /** `stop`: the campaign cannot be launched before this is mended. */
  level: z.enum(['ok', 'warn', 'stop']),
  /** Which of the things that may be found was found: with `id` it says which words to use. */
  found: z.string(),
  /** What was found, in a sentence. */
  title: z.string(),
  /** What to do; missing where nothing is to be done. */
  advice: z.optional(z.string()),
  /** Figures and names for words of one's own; what is in it depends on `id` and `found`. */
  data: z.record(z.string(), z.unknown()),
});

export const Preflight = z.object({
  campaignId: id(),
  /** Of the campaign that was looked at. */
  version: count(),
  checks: z.array(Check),
  /** Whether no check is `stop`. */
  canLaunch: z.boolean(),
  /** The merge fields that the template uses: whether contacts have them, audience knows. */
  fields: z.array(z.string()),
  /** What SES grants, and what is left of it; missing where SES did not say. */
  quota: z.optional(
    z.object({ perSecond: z.number(), max24Hours: z.optional(z.number()), left24Hours: z.optional(z.number()) }),
  ),
  /** With `?recipients=`, where SES has told its quota: how long they take at best, over how many days, and what SES asks for it. */
  estimate: z.optional(
    z.object({ recipients: count(), seconds: count(), days: count(), costUsd: z.number(), startsAt: instant() }),
  ),
});
