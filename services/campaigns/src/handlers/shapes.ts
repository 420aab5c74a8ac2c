import { domainToASCII } from 'node:url';

import { id, mergeFields, text } from '@bulkhead/contracts';
import { oneLine, rule } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { TemplateDraft } from '../application/templates.ts';
import { weekdays } from '../domain/send-window.ts';
import { MOST_FILES } from '../domain/template-files.ts';
import { say } from './sentences.ts';

export const CampaignPath = z.object({ campaignId: id() });
export const TemplatePath = z.object({ templateId: id() });
export const MediaPath = z.object({ mediaId: id() });
export const RunPath = z.object({ runId: id() });

const page = z.pipe(z.string().check(z.regex(/^\d{1,3}$/)), z.transform(Number));

export const PageQuery = z.object({ limit: z.optional(page), cursor: z.optional(text(1_024)) });

const DEFAULT_PAGE = 25;
const LARGEST_PAGE = 100;

/** As many as asked for, within reason. */
export const pageOf = ({ limit = DEFAULT_PAGE, cursor }: z.infer<typeof PageQuery>) => ({
  limit: Math.max(1, Math.min(LARGEST_PAGE, limit)),
  cursor,
});

/** A domain as people write it: capital letters and other alphabets become what SES knows it by. */
export const writtenDomain = () =>
  z.pipe(
    z.pipe(
      z.string().check(z.trim(), z.maxLength(253)),
      z.transform((written) => domainToASCII(written)),
    ),
    z.string().check(z.maxLength(253), z.regex(/^[a-z0-9_-]+(?:\.[a-z0-9_-]+)+$/, rule(say('not_a_domain')))),
  );

const name = () => z.string().check(z.trim(), z.minLength(1), z.maxLength(200));

/** A name that people see in lists and reports: one line, and not only spaces. */
const title = () => name().check(oneLine);

/** A misspelt word is refused: left out, mails would lack their text part or their files. */
export const TemplateBody = z.strictObject({
  name: title(),
  subject: text(998),
  html: text(2_000_000),
  text: z.optional(text(2_000_000)),
  source: z.optional(z.strictObject({ format: z.literal('mjml'), text: text(2_000_000) })),
  attachments: z.optional(
    z
      .array(z.strictObject({ mediaId: id(), fileName: z.optional(text(200)) }))
      .check(z.minLength(1), z.maxLength(MOST_FILES)),
  ),
});

export const MediaBody = z.strictObject({
  fileName: text(200),
  contentType: z.string().check(z.toLowerCase(), z.maxLength(78)),
  size: z.int().check(z.nonnegative()),
});

/** HTML of 350 KB is longer as JSON. */
export const LARGEST_TEMPLATE_BODY = 1_048_576;

const ids = (most: number) => z.optional(z.array(id()).check(z.maxLength(most)));

/** As many as a snapshot takes. A misspelt word is refused: left out, it would mail who is not meant. */
const AudienceBody = z.strictObject({ lists: ids(19), exclude: ids(20), segments: ids(10), excludeSegments: ids(10) });

export const Origin = z.strictObject({ name: z.optional(name()), address: text(320) });

const timeOfDay = (most: 23 | 24) =>
  z
    .string()
    .check(
      z.regex(
        most === 23 ? /^(?:[01]\d|2[0-3]):[0-5]\d$/ : /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/,
        rule(say('not_a_time_of_day')),
      ),
    );

const WindowBody = z.strictObject({
  /** Such as Asia/Seoul. */
  timeZone: text(64),
  days: z.array(z.enum(weekdays)).check(z.minLength(1), z.maxLength(7)),
  from: timeOfDay(23),
  /** 24:00 is the end of the day. */
  to: timeOfDay(24),
});

/** At most where SES reviews an account: a campaign may be more careful, never less. */
const GuardrailsBody = z.strictObject({
  hardBounces: z.optional(z.number().check(z.minimum(0.001), z.maximum(0.05))),
  complaints: z.optional(z.number().check(z.minimum(0.0001), z.maximum(0.001))),
});

/** A misspelt word is refused: left out, it would change who is mailed, by whom or when. */
export const CampaignBody = z.strictObject({
  name: title(),
  templateId: id(),
  listId: id(),
  audience: z.optional(AudienceBody),
  /** Either this, with or without `replyTo`, */
  from: z.optional(Origin),
  replyTo: z.optional(text(320)),
  /** or a sender who is set up. */
  senderId: z.optional(id()),
  doubt: z.optional(
    z.strictObject({
      policy: z.optional(z.enum(['resend', 'leave'])),
      settleMinutes: z.optional(z.int().check(z.minimum(5), z.maximum(1_440))),
    }),
  ),
  window: z.optional(WindowBody),
  guardrails: z.optional(GuardrailsBody),
});

export const PreviewBody = z.strictObject({ fields: z._default(mergeFields(), {}) });

export const TestBody = z.strictObject({
  recipients: z
    .array(z.strictObject({ address: text(320), fields: z._default(mergeFields(), {}) }))
    .check(z.minLength(1), z.maxLength(10)),
});

export const toTemplateDraft = ({
  text: plain,
  source,
  attachments,
  ...draft
}: z.infer<typeof TemplateBody>): TemplateDraft => ({
  ...draft,
  ...(plain !== undefined && { text: plain }),
  ...(source && { source }),
  ...(attachments && {
    attachments: attachments.map(({ mediaId, fileName }) => ({ mediaId, ...(fileName !== undefined && { fileName }) })),
  }),
});
