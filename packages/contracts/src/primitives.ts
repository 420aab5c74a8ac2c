import * as z from 'zod/mini';

/** A non-empty string of at most `max` characters. */
export const text = (max = 1_024) => z.string().check(z.minLength(1), z.maxLength(max));

/** An id of ours: also legal as an SES tag value, an execution name and a part of an S3 key. At most 40 characters. */
export const id = () => z.string().check(z.regex(/^[A-Za-z0-9_-]{1,40}$/));

/** An instant in UTC, ISO 8601 with milliseconds or without: `2026-11-21T10:00:00.000Z`. */
export const instant = () => z.iso.datetime();

/** What a clock on a wall shows, to the minute: `2026-12-01T09:00`. Where the wall stands is said beside it. */
export const localDateTime = () => z.iso.datetime({ local: true, offset: false, precision: -1 });

/** A moment that everybody has by the clock where they are: those in the east come to it first. */
export const localTime = () =>
  z.object({
    at: localDateTime(),
    /** The contact's field that holds an IANA time zone. */
    field: text(64),
    /** The IANA time zone of those whose field is empty or holds something else. */
    otherwise: text(64),
  });

/** A whole number, zero or more. */
export const count = () => z.int().check(z.nonnegative());

/** A reference to an object that is too large for a message (claim check). */
export const s3Uri = () => z.string().check(z.regex(/^s3:\/\/[a-z0-9.-]{3,63}\/.{1,900}$/));

/** The number of a chunk in its snapshot, from 0. Ten million recipients are 10,000 chunks of 1,000. */
export const chunkNumber = () => z.int().check(z.minimum(0), z.maximum(99_999));

/** The place of a recipient in its chunk, from 0: the line of the chunk's NDJSON object. */
export const offset = () => z.int().check(z.minimum(0), z.maximum(999));

/** The number of a wave in its run, from 1. */
export const waveNumber = () => z.int().check(z.minimum(1), z.maximum(10_000));

/** Which attempt at a run: it grows with every retry and completion. Messages without one are of the first. */
export const attemptNumber = () => z.int().check(z.minimum(1), z.maximum(10_000));

/** Recipients whose fate was decided and who are mailed all the same, because a person asked for it. */
export const reconsidered = () => z.array(z.enum(['left', 'refused'])).check(z.minLength(1), z.maxLength(2));

/** Why members of lists are not recipients: they left, they may not be mailed, or lists and segments leave them out. */
export const excluded = () => z.object({ unsubscribed: count(), suppressed: count(), leftOut: z.optional(count()) });

/** When chunks may go out: those from `firstChunk` to the next entry's, from `notBefore` on. In the order of both; the first is of chunk 0. */
export const departures = () =>
  z
    .array(z.object({ firstChunk: chunkNumber(), recipients: count(), notBefore: instant() }))
    .check(z.minLength(1), z.maxLength(100));

/** The domain of recipients' addresses, as SES knows it: in ASCII and in small letters. */
export const mailDomain = () => z.string().check(z.regex(/^[a-z0-9_.-]{1,253}$/));

/** Recipients of a run who are not to be mailed: those of these domains, and those who joined their list by these imports. */
export const exclusion = () =>
  z.object({
    domains: z.optional(z.array(mailDomain()).check(z.minLength(1), z.maxLength(200))),
    imports: z.optional(z.array(id()).check(z.minLength(1), z.maxLength(200))),
  });

/** What happened so far to a part of the mails of a run. */
export const partHealth = () => ({
  delivered: count(),
  hardBounced: count(),
  complained: count(),
  rejected: count(),
});

/** What dispatch can send, as it knew it last: so that the next wave is neither too long nor released on a day that is used up. */
export const capacity = () =>
  z.object({
    /** Mails per second of the whole account, for all runs. */
    perSecond: z.number().check(z.positive()),
    /** Runs that share it, this one included. */
    activeRuns: z.int().check(z.minimum(1)),
    /** Mails that may still be sent within 24 hours; without a limit it is missing. */
    left24Hours: z.optional(count()),
    /** When SES was asked last. */
    refreshedAt: instant(),
  });

/** What a campaign may say of a contact: the merge fields of a template. */
export const mergeFields = () => z.record(z.string().check(z.maxLength(64)), z.string().check(z.maxLength(4_096)));
