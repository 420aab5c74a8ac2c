import { type Capacity, quotaPause } from './capacity.ts';
import type { Control } from './control.ts';
import { chunksDue, type Departures, nextDeparture, stopsAhead } from './departures.ts';
import {
  answered,
  type GuardrailLimits,
  guardrailVerdict,
  type Health,
  isPutOff,
  isSuspect,
  refusalVerdict,
  type Verdict,
} from './guardrail.ts';
import { handoversOf, type Plan, takenBy, type Wave } from './plan.ts';
import type { SendWindow } from './send-window.ts';
import { nextSize } from './wave-size.ts';
import { roomIn } from './window-pause.ts';

/** What the run does next. */
export type Decision =
  | { readonly kind: 'send'; readonly wave: Wave }
  | { readonly kind: 'wait'; readonly until: Date }
  | { readonly kind: 'wait_for_window'; readonly opensAt: Date }
  | { readonly kind: 'wait_for_departure'; readonly until: Date }
  | { readonly kind: 'hold'; readonly because: 'asked' }
  | { readonly kind: 'hold'; readonly because: 'guardrail'; readonly verdict: Verdict }
  | { readonly kind: 'finish'; readonly outcome: 'sent' | 'cancelled' }
  | { readonly kind: 'give_up'; readonly reason: 'too_many_waves' };

export interface Situation {
  readonly plan: Plan;
  readonly control: Control;
  readonly health: Health;
  /** Nothing before the first wave has ended. */
  readonly capacity?: Capacity | undefined;
  readonly window?: SendWindow | undefined;
  /** How long doubt waits for what SES tells of it, where the campaign wishes something. */
  readonly settleMs?: number | undefined;
  /** Of a run that mails everybody by the clock where they are. */
  readonly departures?: Departures | undefined;
  /** The campaign's own, instead of those of all campaigns. */
  readonly limits?: GuardrailLimits | undefined;
  readonly now: Date;
}

/** An execution's history ends at 25,000 events; a wave with its holds and waits takes a hundred at most. */
export const MOST_WAVES = 200;

/** Until doubt is settled and whoever turns out to have got nothing is mailed: a quarter of an hour, and what surrounds it. */
const SETTLING_MS = 1_800_000;
/** What of it is waited for where nobody wishes anything else. */
const USUAL_SETTLE_MS = 900_000;

/**
 * A run with more than this before it does not grow until it has been heard how its first mails went: so many of them, or most of those
 * that were sent. It waits for that so long after a wave at most, and looks so often.
 */
const LONG_RUN_CHUNKS = 10;
const ENOUGH_HEARD = 5_000;
const SHARE_HEARD = 0.9;
/** Who has not been heard of by then is not going to be: SES may not tell of deliveries at all. */
const MOST_SENT_UNHEARD = 20_000;
/** Where nearly nobody of a wave is mailed, it would be the whole run. */
const WAVES_HEARD = 20;
const SHORTEST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 300_000;
const SHORTEST_LOOK_MS = 2_000;
const LONGEST_LOOK_MS = 30_000;

/**
 * Decides what a run does next. Pure: pausing, resuming, cancelling, guardrails and the growth of waves are one mechanism.
 *
 * A wave under way is answered again, whatever else happened: a repeated question must not release a chunk twice, and
 * dispatch obeys hold and cancel by itself.
 */
export const planNextWave = (situation: Situation): Decision => {
  const { plan, control } = situation;
  if (plan.open) return { kind: 'send', wave: plan.open };
  if (control.control === 'cancel') return afterCancel(plan);

  const refusals = refusalVerdict(handoversOf(plan), control.accepted);
  if (refusals !== undefined) return holdFor(control, refusals);

  const isAllReleased = plan.next >= plan.chunks && plan.again.length === 0;
  if (isAllReleased && plan.doubt.length === 0) return { kind: 'finish', outcome: 'sent' };
  if (control.control === 'hold') return { kind: 'hold', because: 'asked' };
  return withinLimit(plan, inWindow(situation, isAllReleased));
};

/** Outside its send window nothing of a run goes out: whoever is in doubt may be mailed again when that is settled. */
const inWindow = (situation: Situation, isAllReleased: boolean): Decision => {
  if (isAllReleased) return settleInWindow(situation);
  const { window, capacity, now } = situation;
  const room = roomIn({ window, needed: 1, leastMs: 0, capacity, now });
  if (room.kind === 'closed') return { kind: 'wait_for_window', opensAt: room.opensAt };
  return withCare(situation, room.chunks);
};

/** Doubt that has hours to wait for what SES tells waits before it is released: whom it leads to is then mailed soon, and inside. */
const settleInWindow = ({ plan, window, settleMs = 0, capacity, now }: Situation): Decision => {
  // Nothing is known of runs from before that was written down: whatever is waited for from now on would never come.
  const { waveFinishedAt = new Date(0) } = plan;
  const ripe = new Date(waveFinishedAt.getTime() + settleMs - USUAL_SETTLE_MS);
  const from = window && ripe > now ? ripe : now;
  const room = roomIn({ window, needed: 0, leastMs: SETTLING_MS, capacity, now: from });
  if (room.kind === 'closed') return { kind: 'wait_for_window', opensAt: room.opensAt };
  return from > now ? { kind: 'wait_for_window', opensAt: from } : settle(plan, plan.doubt);
};

/** A run whose mails were refused waits for a person even when nothing is left to send: it must not end as if all were well. */
const holdFor = ({ control }: Control, verdict: Verdict): Decision =>
  control === 'hold' ? { kind: 'hold', because: 'asked' } : { kind: 'hold', because: 'guardrail', verdict };

/** One more wave could overflow the history of the execution; the next attempt has a fresh one. */
const withinLimit = ({ wave, wavesBefore }: Plan, decision: Decision): Decision =>
  wave - wavesBefore >= MOST_WAVES ? { kind: 'give_up', reason: 'too_many_waves' } : decision;

/** Looks at the health of the run before more of it is sent. */
const withCare = (situation: Situation, most = Number.POSITIVE_INFINITY): Decision => {
  const { plan, control, health, capacity, limits, departures = [], now } = situation;
  const taken = takenBy(plan);
  const known = { health, accepted: control.accepted, taken, limits };
  const verdict = guardrailVerdict(known);
  if (verdict !== undefined) return { kind: 'hold', because: 'guardrail', verdict };

  const departure = nextDeparture(plan, departures, now);
  if (departure) return { kind: 'wait_for_departure', until: departure };
  const until = quotaPause(capacity, now) ?? hearingPause(plan, health, now);
  if (until) return { kind: 'wait', until };
  const isSteady = isPutOff({ health, taken }) || isSuspect(known);
  const size = nextSize(plan, capacity, { isSteady, cuts: stopsAhead(departures, now).length });
  const due = chunksDue(departures, plan.chunks, now);
  return { kind: 'send', wave: growingWave(plan, { size, due, most: Math.max(1, most) }) };
};

/** `most` go out before the send window closes, `due` may go out by now. */
interface Limits {
  readonly size: number;
  readonly due: number;
  readonly most: number;
}

/**
 * Those whom a hold stopped come first, together if they can, then chunks in the order of the snapshot. Nobody is reconsidered twice:
 * chunks that are taken up again have been through that.
 */
const growingWave = (plan: Plan, { size, due, most }: Limits): Wave => {
  const again = plan.again.slice(0, most);
  if (plan.reconsider && again.length > 0) return { wave: plan.wave + 1, final: false, chunks: again };
  const fresh = Math.max(0, Math.min(Math.min(size, most) - again.length, due - plan.next));
  const chunks = [...again, ...Array.from({ length: fresh }, (_, n) => plan.next + n)];
  const wave = { wave: plan.wave + 1, final: false, chunks };
  return plan.reconsider ? { ...wave, reconsider: plan.reconsider } : wave;
};

const settle = (plan: Plan, chunks: readonly number[]): Decision => ({
  kind: 'send',
  wave: { wave: plan.wave + 1, final: true, chunks },
});

/** A cancelled run still owes an answer for its doubt: it is settled once, then the run ends. */
const afterCancel = (plan: Plan): Decision => {
  const chunks = [...plan.again, ...plan.doubt].toSorted((a, b) => a - b);
  if (plan.isSettled || plan.unsettled === 0 || chunks.length === 0) return { kind: 'finish', outcome: 'cancelled' };
  return settle(plan, chunks);
};

/** Bounces take seconds to minutes to come back: a long run hears of its first mails before it sends many. */
const hearingPause = (plan: Plan, health: Health, now: Date): Date | undefined => {
  const { waveFinishedAt, totals, chunks, next, wave, wavesBefore } = plan;
  if (waveFinishedAt === undefined || chunks - next <= LONG_RUN_CHUNKS) return undefined;
  if (totals.accepted > MOST_SENT_UNHEARD || wave - wavesBefore > WAVES_HEARD) return undefined;
  const waitedMs = now.getTime() - waveFinishedAt.getTime();
  const isHeard = answered(health) >= Math.min(ENOUGH_HEARD, totals.accepted * SHARE_HEARD);
  if (isHeard && waitedMs >= SHORTEST_PAUSE_MS) return undefined;

  const lookMs = Math.min(LONGEST_LOOK_MS, Math.max(SHORTEST_LOOK_MS, waitedMs), LONGEST_PAUSE_MS - waitedMs);
  return lookMs > 0 ? new Date(now.getTime() + lookMs) : undefined;
};

/** Notes a decision to send: from now on its chunks are in the open wave, and in no other. */
export const openWave = (plan: Plan, wave: Wave, now?: Date): Plan => {
  if (plan.open) return plan;
  const released = new Set(wave.chunks);
  const again = plan.again.filter((chunk) => !released.has(chunk));
  // Settling a chunk that an attempt has still to come to does not take its turn.
  const fresh = wave.final ? 0 : wave.chunks.filter((chunk) => chunk >= plan.next).length;
  return {
    ...plan,
    wave: wave.wave,
    open: wave,
    ...(now && { openedAt: now }),
    next: plan.next + fresh,
    size: wave.final ? plan.size : Math.max(plan.size, wave.chunks.length),
    again,
    // Only of those who are in this wave doubt is counted anew: if some are left out, what was counted stays.
    recounted: again.length > 0 ? 0 : plan.recounted,
    doubt: plan.doubt.filter((chunk) => !released.has(chunk)),
  };
};
