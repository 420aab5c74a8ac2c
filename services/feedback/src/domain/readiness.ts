import type { Bounds, Flow } from './flow.ts';

/** A probe: a mail to nobody, sent so that its event shows how far the events of earlier mails have come. */
export interface SeenProbe {
  /** When SES accepted it. */
  readonly sentAt: Date;
  /** When we folded its Send event for the first time. */
  readonly seenAt: Date;
}

/** What SQS says of the queue of events: approximately, and as it was up to a minute ago. */
export interface Backlog {
  /** Messages that are not finished: waiting, delayed, or in somebody's hands. */
  readonly unfinished: number;
  readonly deadLetters: number;
}

export interface Evidence {
  readonly probe: SeenProbe | undefined;
  readonly backlog: Backlog;
  readonly flow: Flow;
}

export type Obstacle = 'probe_unseen' | 'dead_letters' | 'came_again' | 'late' | 'draining' | 'backlog';

export type Readiness =
  | { readonly kind: 'ready' }
  /** `untilMs`: when at the earliest it can be over, where that can be told. */
  | { readonly kind: 'not_yet'; readonly why: Obstacle; readonly untilMs?: number };

/** By how much two machines' clocks may differ. */
export const SKEW_MS = 2_000;

/**
 * Whether every event of a mail that SES accepted before the probe has surely been folded, so that what is not seen now was never accepted.
 *
 * The probe has passed, and what was held up behind it has drained. That nothing is stuck on the way shows in one of two ways:
 * the queue is empty; or, because it never is while another run is being sent, it has flowed steadily for longer than
 * any message that somebody dropped can stay hidden. A message that fails again and again says so each time it comes,
 * and ends among the dead letters.
 */
export const readiness = ({ probe, backlog, flow }: Evidence, bounds: Bounds, nowMs: number): Readiness => {
  if (probe === undefined) return { kind: 'not_yet', why: 'probe_unseen' };
  if (backlog.deadLetters > 0) return { kind: 'not_yet', why: 'dead_letters' };

  const waits = waitsFor(probe, flow, bounds);
  const open = waits.find(({ untilMs }) => nowMs < untilMs);
  if (open !== undefined) return { kind: 'not_yet', ...open };

  return backlog.unfinished === 0 ? { kind: 'ready' } : steadiness(probe, flow, bounds, nowMs);
};

const waitsFor = ({ seenAt }: SeenProbe, flow: Flow, bounds: Bounds) => {
  const { drainMs, figuresMs } = bounds;

  return [
    { why: 'came_again', untilMs: flow.againAtMs + hiddenAtMost(bounds) },
    { why: 'late', untilMs: flow.lateAtMs + 2 * drainMs + SKEW_MS },
    { why: 'draining', untilMs: seenAt.getTime() + drainMs + figuresMs + SKEW_MS },
  ] as const;
};

const steadiness = ({ seenAt }: SeenProbe, flow: Flow, bounds: Bounds, nowMs: number): Readiness => {
  const isBeating = nowMs - flow.beatAtMs <= bounds.drainMs;
  const untilMs = Math.max(flow.resumedAtMs, seenAt.getTime()) + hiddenAtMost(bounds);

  if (!isBeating) return { kind: 'not_yet', why: 'backlog' };
  return nowMs < untilMs ? { kind: 'not_yet', why: 'backlog', untilMs } : { kind: 'ready' };
};

/**
 * By then, in a steady flow, an event has come again that came to the queue while the probe's was draining and was dropped by whoever
 * received it: it drained, was received, was hidden, and was received again.
 */
const hiddenAtMost = ({ drainMs, hiddenMs }: Bounds): number => hiddenMs + 3 * drainMs + SKEW_MS;

const LONGEST_PAUSE_MS = 900_000;

/** How long to wait before looking again: until it can be over, or the longer the longer it has lasted. SQS delays 15 minutes at most. */
export const pauseBeforeNextLook = (
  { untilMs }: { readonly untilMs?: number },
  { drainMs }: Bounds,
  { nowMs, askedAtMs }: { readonly nowMs: number; readonly askedAtMs: number },
): number => {
  const patience = Math.max(drainMs, (nowMs - askedAtMs) / 8);
  const pause = untilMs === undefined ? patience : untilMs - nowMs;
  return Math.min(LONGEST_PAUSE_MS, Math.max(1_000, pause));
};
