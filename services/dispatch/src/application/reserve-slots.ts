import { afterRefusal, type Reservation, slotsBefore } from '../domain/governor.ts';
import { type GovernorRecord, slowed } from '../domain/governor-record.ts';
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
  /** SES throttled: everybody slows down, once. */
  slowDown(): Promise<void>;
  /** Slots that were reserved and not used so far. */
  wasted(): number;
}

const MOST_TRIES = 4;
/** What SES throttles now was given its slot before everybody slowed down. */
const SLOWS_ONCE_IN_MS = 1_000;
/** Whoever was given slots as far away as this shares the rate with many: short turns leave each time enough for its mails. */
const CROWDED_FROM_MS = 500;

interface Ports {
  readonly governors: Governors;
  readonly clock: Clock;
  readonly pace: Pace;
}

/** Opens the governor for an invocation; `undefined` if there is none, which the release of a wave or the next refresh mends. */
export const openSlots = async ({ governors, clock, pace }: Ports): Promise<SlotSession | undefined> => {
  const found = await governors.read();
  if (found === undefined) return undefined;
  let record: GovernorRecord = found;
  let kept: readonly number[] = [];
  let isCrowded = false;
  let wasted = 0;

  const reserve = async (count: number): Promise<Reserved> => {
    let wish = wishFor(record, count, clock.now());
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const answer = await governors.reserve(wish);
      if (answer.kind === 'granted') return { kind: 'slots', slots: slotsBefore(answer.tat, wish) };
      if (answer.kind === 'missing') break;
      if (answer.kind === 'lost') {
        // Reserved anew: it may cost the slots, never more than the rate.
        wish = { ...wish, now: clock.now() };
        continue;
      }

      record = answer.seen;
      const next = afterRefusal(answer.seen, { ...wish, now: clock.now() }, pace);
      if (next.kind !== 'try') return next;
      wish = next.reservation;
    }
    return { kind: 'rate', delayMs: 1_000 };
  };

  const keepOnlyTimely = (): void => {
    const timely = kept.filter((slot) => slot + pace.lateMs > clock.now());
    wasted += kept.length - timely.length;
    kept = timely;
  };

  return {
    everyMs: () => record.everyMs,
    take: async (count, ahead) => {
      keepOnlyTimely();
      if (kept.length === 0) {
        const batches = isCrowded ? 1 : batchesReserved(record.everyMs, count);
        const reserved = await reserve(Math.min(count + ahead, count * batches));
        if (reserved.kind !== 'slots') return reserved;
        kept = reserved.slots;
        isCrowded = (kept[0] ?? 0) - clock.now() > CROWDED_FROM_MS;
      }
      const slots = kept.slice(0, count);
      kept = kept.slice(count);
      return { kind: 'slots', slots };
    },
    slowDown: async () => {
      if (clock.now() - record.slowedAt < SLOWS_ONCE_IN_MS) return;
      const change = slowed(record, clock.now());
      await governors.change(change);
      record = { ...record, slowedAt: change.slowedAt };
    },
    wasted: () => wasted + kept.length,
  };
};

const wishFor = ({ revision, everyMs, left24 }: GovernorRecord, count: number, now: number): Reservation => ({
  kind: 'busy',
  count: left24 >= 1 ? Math.min(count, left24) : count,
  revision,
  everyMs,
  now,
});
