import { type Bounds, type Flow, MOST_RECEIVES } from './flow.ts';

/** A probe: a mail to nobody, sent so that its event shows how far the events of earlier mails have come. */
export interface SeenProbe {
  /** When SES accepted it. */
  readonly sentAt: Date;
  /** When we folded its Send event for the first time. */
  readonly seenAt: Date;
}

/** What SQS says of the queue of events and of its DLQ: as it was a moment ago. */
export interface Backlog {
  /** Messages that are not finished: waiting, delayed, or in somebody's hands. */
  readonly unfinished: number;
  readonly deadLetters: number;
}

export interface Evidence {
  readonly probe: SeenProbe | undefined;
  readonly backlog: Backlog;
  readonly flow: Flow;
  /** As the look before this one found it. */
  readonly clearSinceMs: number | undefined;
}

export type Obstacle = 'probe_unseen' | 'dead_letters' | 'held_up' | 'draining' | 'moved_lately' | 'backlog';

export interface NotYet {
  readonly kind: 'not_yet';
  readonly why: Obstacle;
  /** When at the earliest it can be over, where that can be told. */
  readonly untilMs?: number;
}

/** By how much two machines' clocks may differ. */
export const SKEW_MS = 2_000;

/**
 * Since when the DLQ has surely been empty, as far as the looks of one request tell.
 *
 * A person moves what lies in the DLQ back to the queue, where it is a new message: for a moment the figures tell of it in neither place, and
 * nothing tells how long it has been on its way. What moves the other way was held up before, and came for the last time.
 */
export const clearSince = (
  { backlog, flow, clearSinceMs: before }: Evidence,
  bounds: Bounds,
  nowMs: number,
): number | undefined => {
  if (backlog.deadLetters > 0) return undefined;
  if (before !== undefined && flow.lastChanceAtMs < before) return before;
  return nowMs < heldUpUntil(flow, bounds) ? undefined : nowMs;
};

/**
 * Whether every event of a mail that SES accepted before the probe has surely been folded, so that who is not seen now was never mailed.
 *
 * The probe has passed, and what was held up has had the time to follow it. That nothing is stuck in our queue shows in one of two ways:
 * the queue is empty; or, because it never is while another run is being sent, it has flowed steadily for so long that
 * whatever nobody could fold lies in the DLQ.
 */
export const readiness = (evidence: Evidence, bounds: Bounds, nowMs: number): NotYet | 'ready' => {
  const { probe, backlog, flow } = evidence;
  if (probe === undefined) return { kind: 'not_yet', why: 'probe_unseen' };
  if (backlog.deadLetters > 0) return { kind: 'not_yet', why: 'dead_letters' };

  const clearSinceMs = clearSince(evidence, bounds, nowMs) ?? nowMs;
  const open = waitsFor({ probe, flow, clearSinceMs }, bounds).find(({ untilMs }) => nowMs < untilMs);
  if (open !== undefined) return { kind: 'not_yet', ...open };
  if (backlog.unfinished === 0) return 'ready';

  const isFlowing = nowMs - flow.beatAtMs <= bounds.drainMs;
  if (!isFlowing) return { kind: 'not_yet', why: 'backlog' };

  const steadySinceMs = Math.max(flow.resumedAtMs, probe.seenAt.getTime(), clearSinceMs);
  const untilMs = steadySinceMs + finishedWithin(bounds);
  return nowMs < untilMs ? { kind: 'not_yet', why: 'backlog', untilMs } : 'ready';
};

interface Waited {
  readonly probe: SeenProbe;
  readonly flow: Flow;
  readonly clearSinceMs: number;
}

const waitsFor = ({ probe, flow, clearSinceMs }: Waited, bounds: Bounds) =>
  [
    { why: 'held_up', untilMs: heldUpUntil(flow, bounds) },
    { why: 'draining', untilMs: probe.seenAt.getTime() + bounds.drainMs + bounds.figuresMs + SKEW_MS },
    { why: 'moved_lately', untilMs: clearSinceMs + bounds.figuresMs + SKEW_MS },
  ] as const;

/** Being held up lasts for longer than draining: what came again may come once more, or be on its way to the DLQ. */
const heldUpUntil = ({ heldUpAtMs }: Flow, { drainMs, figuresMs, hiddenMs }: Bounds): number =>
  heldUpAtMs + hiddenMs + drainMs + figuresMs + SKEW_MS;

/**
 * How long it takes in a steady flow until an event is folded or lies in the DLQ, and the figures say so: it drains; it is received up to five
 * times, each time soon after it can be and then hidden; it is moved.
 */
const finishedWithin = ({ drainMs, figuresMs, hiddenMs }: Bounds): number =>
  2 * drainMs + MOST_RECEIVES * (drainMs + hiddenMs) + figuresMs + SKEW_MS;

/** The longest that SQS delays a message. */
const LONGEST_PAUSE_MS = 900_000;

interface Waiting extends Pick<NotYet, 'untilMs'> {
  readonly nowMs: number;
  readonly askedAtMs: number;
}

/** How long to wait before looking again: until it can be over, or the longer the longer it has lasted. */
export const pauseBeforeNextLook = ({ untilMs, nowMs, askedAtMs }: Waiting, { drainMs }: Bounds): number => {
  const patience = Math.max(drainMs, (nowMs - askedAtMs) / 8);
  const pause = untilMs === undefined ? patience : untilMs - nowMs;
  return Math.min(LONGEST_PAUSE_MS, Math.max(1_000, pause));
};
