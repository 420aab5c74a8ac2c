import { afterRefusal, type Reservation, slotsBefore } from '../domain/governor.ts';
import { type GovernorRecord, isTried, slowed } from '../domain/governor-record.ts';
import { batchesReserved, type Pace } from '../domain/pace.ts';
import type { Clock, Governors } from './ports.ts';

export type Reserved =
  | { readonly kind: 'slots'; readonly slots: readonly number[] }
  | { readonly kind: 'rate'; readonly delayMs: number }
  | { readonly kind: 'quota' };

/** The governor as one invocation sees it. */
export interface SlotSession {
  everyMs(): number;
  /** Slots for at most `count` sends. `ahead`: how many more will be wanted soon. */
  take(count: number, ahead: number): Promise<Reserved>;
  /** SES throttled what was sent at these slots: everybody slows down, unless they were given at an earlier rate. */
  slowDown(throttled: readonly number[]): Promise<void>;
  /** Slots that were reserved and not used so far. */
  wasted(): number;
}

const MOST_TRIES = 4;
/** Until the next reservation a second one fails: the first has changed the rate. */
const SLOWS_ONCE_IN_MS = 1_000;
/** Whoever was given slots as far away as this shares the rate with many: short turns leave each time enough for its mails. */
const CROWDED_FROM_MS = 500;

interface Ports {
  readonly governors: Governors;
  readonly clock: Clock;
  readonly pace: Pace;
}

/** Opens the governor for an invocation; `undefined` if there is none, which the release of a wave or the next refresh mends. */
export const openSlots = async (ports: Ports): Promise<SlotSession | undefined> => {
  const found = await ports.governors.read();
  return found && new Slots(ports, found);
};

class Slots implements SlotSession {
  readonly #ports: Ports;
  /** The governor as it was seen last. */
  #record: GovernorRecord;
  #kept: readonly number[] = [];
  #isCrowded = false;
  #missed = 0;

  constructor(ports: Ports, record: GovernorRecord) {
    this.#ports = ports;
    this.#record = record;
  }

  everyMs(): number {
    return this.#record.everyMs;
  }

  async take(count: number, ahead: number): Promise<Reserved> {
    const { clock } = this.#ports;
    this.#keepOnlyTimely();
    if (this.#kept.length === 0) {
      const batches = this.#isCrowded ? 1 : batchesReserved(this.#record.everyMs, count);
      const reserved = await this.#reserve(Math.min(count + ahead, count * batches));
      if (reserved.kind !== 'slots') return reserved;
      this.#kept = reserved.slots;
      this.#isCrowded = (reserved.slots[0] ?? 0) - clock.now() > CROWDED_FROM_MS;
    }
    const slots = this.#kept.slice(0, count);
    this.#kept = this.#kept.slice(count);
    return { kind: 'slots', slots };
  }

  async slowDown(throttled: readonly number[]): Promise<void> {
    const now = this.#ports.clock.now();
    if (now - this.#record.slowedAt < SLOWS_ONCE_IN_MS || !throttled.some((slot) => isTried(this.#record, slot)))
      return;
    const change = slowed(this.#record, now);
    this.#record = { ...this.#record, slowedAt: now };
    // Nobody gives up his chunk because the governor gave no answer: SES throttles again, and then everybody slows down.
    await this.#ports.governors.change(change).catch(() => 'lost');
  }

  wasted(): number {
    return this.#missed + this.#kept.length;
  }

  async #reserve(count: number): Promise<Reserved> {
    const { governors, clock, pace } = this.#ports;
    let wish = wishFor(this.#record, count, clock.now());
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const askedAt = clock.now();
      const answer = await governors.reserve(wish);
      if (answer.kind === 'granted') return { kind: 'slots', slots: slotsBefore(answer.tat, wish) };
      if (answer.kind === 'missing') break;
      if (answer.kind === 'lost') {
        // Reserved anew: it may cost the slots, never more than the rate.
        wish = { ...wish, now: clock.now() };
        continue;
      }
      this.#record = answer.seen;
      const next = afterRefusal(answer.seen, { ...wish, now: clock.now() }, pace);
      if (next.kind !== 'try') return next;
      wish = inTime(next.reservation, clock.now() - askedAt);
    }
    return { kind: 'rate', delayMs: 1_000 };
  }

  #keepOnlyTimely(): void {
    const { clock, pace } = this.#ports;
    const timely = this.#kept.filter((slot) => slot + pace.lateMs > clock.now());
    this.#missed += this.#kept.length - timely.length;
    this.#kept = timely;
  }
}

/** The answer, a look at the control and the claim are still to come: each takes about as long as the last answer did. */
const CALLS_TO_CLAIM = 3;
const LONGEST_LEAD_MS = 2_000;

/** Slots that began at once would be over before they could be used, again and again, where answers are slow. */
const inTime = (reservation: Reservation, tripMs: number): Reservation =>
  reservation.kind === 'idle'
    ? { ...reservation, now: reservation.now + Math.min(CALLS_TO_CLAIM * tripMs, LONGEST_LEAD_MS) }
    : reservation;

const wishFor = ({ revision, everyMs, left24 }: GovernorRecord, count: number, now: number): Reservation => ({
  kind: 'busy',
  count: left24 >= 1 ? Math.min(count, left24) : count,
  revision,
  everyMs,
  now,
});
