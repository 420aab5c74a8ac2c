/**
 * How things have lately gone on the way from SES into the bitmaps. Instants in milliseconds since 1970; 0 for never.
 * It is remembered beside the bitmaps, because the function that folds and the one that answers share nothing else.
 */
export interface Flow {
  /** A batch of events came. */
  readonly beatAtMs: number;
  /** The first batch after a pause came: since then they have come steadily. */
  readonly resumedAtMs: number;
  /** A batch came that had been held up, or some of which had come before without being folded. */
  readonly heldUpAtMs: number;
  /** A message came for the last time: whoever received it folded it, or SQS moves it to the DLQ. */
  readonly lastChanceAtMs: number;
}

export const unknownFlow: Flow = { beatAtMs: 0, resumedAtMs: 0, heldUpAtMs: 0, lastChanceAtMs: 0 };

/** How often SQS hands out a message before it goes to the DLQ: `maxReceiveCount` of the queue of events. */
export const MOST_RECEIVES = 5;

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
  /** How often the one has come that came most often. */
  readonly mostReceives: number;
}

/** What a batch says about the way it came. */
export interface Sighting {
  readonly nowMs: number;
  readonly isHeldUp: boolean;
  readonly isLastChance: boolean;
}

/** SES itself is late with one mail in a thousand or so. That says nothing; more than one in fifty say that something is held up. */
const LATE_SHARE = 1 / 50;

/** Looks at a batch: did it wait in our queue, or on the way there? What comes again has waited since it came first. */
export const sightingOf = (arrivals: Arrivals, { drainMs }: Bounds, nowMs: number): Sighting => {
  const { acceptedAtMs, queuedAtMs, mostReceives } = arrivals;
  const late = acceptedAtMs.filter((at) => nowMs - at >= drainMs).length;
  const isLastChance = mostReceives >= MOST_RECEIVES;

  return {
    nowMs,
    isHeldUp: isLastChance || nowMs - queuedAtMs >= drainMs || late > acceptedAtMs.length * LATE_SHARE,
    isLastChance,
  };
};

/** The flow after a batch. Of two batches that come at once, the one noted second counts as the later. */
export const flowAfter = (flow: Flow, { nowMs, isHeldUp, isLastChance }: Sighting, { drainMs }: Bounds): Flow => {
  const beatAtMs = Math.max(nowMs, flow.beatAtMs);

  return {
    beatAtMs,
    resumedAtMs: beatAtMs - flow.beatAtMs > drainMs ? beatAtMs : flow.resumedAtMs,
    heldUpAtMs: isHeldUp ? beatAtMs : flow.heldUpAtMs,
    lastChanceAtMs: isLastChance ? beatAtMs : flow.lastChanceAtMs,
  };
};
