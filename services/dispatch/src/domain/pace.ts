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
