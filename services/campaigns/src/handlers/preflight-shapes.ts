import * as z from 'zod/mini';

/** How many are to be mailed, as the client has found out: without it nothing is said of time and cost. */
const written = z.pipe(z.string().check(z.regex(/^\d{1,8}$/)), z.transform(Number));
export const PreflightQuery = z.object({ recipients: z.optional(written) });

export const checkIds = [
  'template',
  'sender_verified',
  'sending_enabled',
  'dkim',
  'spf',
  'dmarc',
  'size',
  'links',
  'unsubscribe',
  'fields',
  'subject',
  'quota',
  'window',
] as const;

export const CheckAnswer = z.object({
  id: z.enum(checkIds),
  /** `stop`: the campaign cannot be launched before this is mended. */
  level: z.enum(['ok', 'warn', 'stop']),
  /** What was found, in one sentence. */
  title: z.string(),
  /** What to do; missing where nothing is to be done. */
  advice: z.optional(z.string()),
  /** Whether it could not be looked up, or is not looked up on a laptop. */
  unknown: z.optional(z.boolean()),
  /** What was found, for whoever writes a sentence of their own. What is in it depends on `id`. */
  data: z.record(z.string(), z.unknown()),
});

export const PreflightAnswer = z.object({
  campaignId: z.string(),
  version: z.int(),
  checks: z.array(CheckAnswer),
  canLaunch: z.boolean(),
  /** The merge fields that the template uses. */
  fields: z.array(z.string()),
  /** What SES grants, and what is left of it; missing where SES did not say. */
  quota: z.optional(
    z.object({ perSecond: z.number(), max24Hours: z.optional(z.number()), left24Hours: z.optional(z.number()) }),
  ),
  /** With `?recipients=` only. */
  estimate: z.optional(
    z.object({ recipients: z.int(), seconds: z.int(), days: z.int(), costUsd: z.number(), startsAt: z.iso.datetime() }),
  ),
});
