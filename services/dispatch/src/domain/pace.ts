import type { Attachment } from './mail.ts';

/** The time rules of a sender. All in milliseconds. */
export interface Pace {
  /** Connect and request of one send. */
  readonly requestMs: number;
  /** Time kept for the last writes before the deadline. */
  readonly marginMs: number;
  /** Slots further away are not waited for in a paid invocation. */
  readonly horizonMs: number;
  /** A batch is never paced over more than this. */
  readonly windowMs: number;
  /** A send starts at most this long after its slot. */
  readonly lateMs: number;
  /** Capacity unused for longer than this is lost. */
  readonly tauMs: number;
  /** How far two clocks may differ. */
  readonly skewMs: number;
  /** How long after its sender's deadline a request may still be accepted. */
  readonly networkMs: number;
  /** Most doubt that one crash can make. */
  readonly maxBatch: number;
}

/**
 * The time rules for senders that are killed after `timeoutMs`. Deployed (300 s) they are the protocol's; a short time-out,
 * as on a laptop, shrinks them in proportion, so that a batch always fits into what is left of an invocation.
 */
export const paceFor = (timeoutMs: number, networkMs = 60_000): Pace => ({
  requestMs: Math.min(10_000, timeoutMs / 6),
  marginMs: Math.min(5_000, timeoutMs / 12),
  horizonMs: Math.min(10_000, timeoutMs / 6),
  windowMs: Math.min(10_000, timeoutMs / 6),
  lateMs: 250,
  tauMs: 200,
  skewMs: 2_000,
  networkMs,
  maxBatch: 50,
});

/** How many recipients are claimed at once: what the rate allows inside the window, halved after every brown-out. */
export const batchSizeAt = (everyMs: number, pace: Pace, brownOuts: number): number =>
  Math.max(1, Math.min(pace.maxBatch, Math.floor(pace.windowMs / everyMs)) >> Math.min(brownOuts, 5));

/** How long an answer of SES takes, and a claim from its draft to the ledger. */
export interface UsualTimes {
  readonly answerMs: number;
  readonly claimMs: number;
}

/** A sender has no more batches than these without answers, so that a crash leaves at most so much doubt. */
const MOST_BATCHES = 4;
/** Alone, nobody sends faster. */
const FASTEST_EVERY_MS = 0.5;

/**
 * With how many recipients unanswered a sender may claim its next batch: with as many as are under way at this pace while one is answered
 * (Little's law), and as are sent while the claim is made. Whoever waits for every answer cannot use a fast rate; whoever
 * never waits leaves needless doubt when he dies.
 */
export const mostUnanswered = ({ answerMs, claimMs }: UsualTimes, everyMs: number, batchSize: number): number =>
  Math.min(
    Math.ceil((1.2 * answerMs + 1.5 * claimMs) / Math.max(everyMs, FASTEST_EVERY_MS)),
    (MOST_BATCHES - 1) * batchSize,
  );

/** What one sender may have under way at once, so that all of it goes through a function's network well within the time of a request. */
const MOST_BYTES_UNDER_WAY = 32 * 1_024 * 1_024;
/** Files are encoded in base64 twice: in the message, and the message in the request. */
const ENCODED = 16 / 9;

/** Large files make small batches: of many at once all would take too long, and whoever's mail takes too long is in doubt. */
export const paceForFiles = (pace: Pace, files: readonly Pick<Attachment, 'body'>[] = []): Pace => {
  const bytes = files.reduce((sum, { body }) => sum + body.byteLength, 0) * ENCODED;
  if (bytes === 0) return pace;
  const most = Math.max(1, Math.floor(MOST_BYTES_UNDER_WAY / bytes / MOST_BATCHES));
  return { ...pace, maxBatch: Math.min(pace.maxBatch, most) };
};

/** How many requests one sender has open at most. */
export const mostOpenRequests = ({ maxBatch }: Pace): number => MOST_BATCHES * maxBatch;

/** One reservation covers so much time at most: the slots of others begin after it. */
const LONGEST_RESERVATION_MS = 400;

/** For how many batches a sender reserves at once: at a fast pace each write of the governor serves several. */
export const batchesReserved = (everyMs: number, batchSize: number): number =>
  Math.max(1, Math.min(MOST_BATCHES, Math.floor(LONGEST_RESERVATION_MS / (everyMs * batchSize))));

interface Moment {
  readonly now: number;
  /** The hard deadline of the invocation. */
  readonly deadline: number;
}

/** Whether a batch may be opened: its slots may begin at the horizon, and its last send still has its full time. */
export const mayOpenBatch = ({ now, deadline }: Moment, batchMs: number, pace: Pace): boolean =>
  now + pace.horizonMs + batchMs + pace.requestMs + pace.marginMs < deadline;

/** Whether a claimed recipient may still be sent. Nobody sends long after his slot, nor what could outlive the invocation. */
export const mayStart = ({ now, deadline }: Moment, slot: number, pace: Pace): boolean =>
  now <= slot + pace.lateMs && now + pace.requestMs + 1_000 < deadline;
