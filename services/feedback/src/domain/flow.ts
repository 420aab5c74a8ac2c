/**
 * How things have lately gone on the way from SES into the bitmaps. Instants in milliseconds since 1970; 0 for never.
 * It is remembered beside the bitmaps, because the functions that fold and the one that answers share nothing else.
 */
export interface Flow {
  /** A batch of events came. */
  readonly beatAtMs: number;
  /** The first batch after a pause came: since then they have come steadily. */
  readonly resumedAtMs: number;
  /** A batch came that had been held up. */
  readonly lateAtMs: number;
  /** An event came that had come before and was not folded then. */
  readonly againAtMs: number;
}

export const unknownFlow: Flow = { beatAtMs: 0, resumedAtMs: 0, lateAtMs: 0, againAtMs: 0 };

/** How long which part of the way may take. */
export interface Bounds {
  /** M: what was held up comes within this time of a mail that was sent later. */
  readonly drainMs: number;
  /** How old the figures that SQS tells of a queue may be. */
  readonly figuresMs: number;
  /** For how long SQS hides a message from others once somebody has received it. */
  readonly hiddenMs: number;
}

/** A batch of events as it came, before anything of it is folded. */
export interface Arrivals {
  /** When SES accepted the mails of the Send events among them. */
  readonly acceptedAtMs: readonly number[];
  /** When the event that waited longest came to the queue. */
  readonly queuedAtMs: number;
  /** Whether any of them had been received before. */
  readonly areSomeAgain: boolean;
}

/** What a batch says about the way it came. */
export interface Sighting {
  readonly nowMs: number;
  readonly isLate: boolean;
  readonly isAgain: boolean;
}

/** SES itself is late with one mail in a thousand or so. That says nothing; more than one in fifty say that something is held up. */
const LATE_SHARE = 1 / 50;

/** Looks at a batch: has it been held up, or come before? */
export const sightingOf = (arrivals: Arrivals, { drainMs }: Bounds, nowMs: number): Sighting => {
  const { acceptedAtMs, queuedAtMs, areSomeAgain } = arrivals;
  const late = acceptedAtMs.filter((at) => nowMs - at >= drainMs).length;
  const hasWaited = nowMs - queuedAtMs >= drainMs;

  return { nowMs, isLate: hasWaited || late > acceptedAtMs.length * LATE_SHARE, isAgain: areSomeAgain };
};

/** The flow after a batch. Of two batches that come at once, the one noted second counts as the later. */
export const flowAfter = (flow: Flow, { nowMs, isLate, isAgain }: Sighting, { drainMs }: Bounds): Flow => {
  const beatAtMs = Math.max(nowMs, flow.beatAtMs);

  return {
    beatAtMs,
    resumedAtMs: beatAtMs - flow.beatAtMs > drainMs ? beatAtMs : flow.resumedAtMs,
    lateAtMs: isLate ? beatAtMs : flow.lateAtMs,
    againAtMs: isAgain ? beatAtMs : flow.againAtMs,
  };
};
