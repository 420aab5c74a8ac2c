import { aheadOfShareMs, othersAtWork, runsAtWork, shareFor } from '../domain/fair-share.ts';
import type { Reservation } from '../domain/governor.ts';
import type { GovernorRecord } from '../domain/governor-record.ts';
import type { Pace } from '../domain/pace.ts';
import type { Clock, Governors, OpenWaves, Reserving } from './ports.ts';

interface Ports {
  readonly governors: Governors;
  readonly openWaves: Pick<OpenWaves, 'list'>;
  readonly clock: Clock;
  readonly pace: Pace;
}

/** What is waited for in a paid invocation; whoever would have to wait longer gives his chunk back. */
const LONGEST_PAUSE_MS = 5_000;
/** After so long a sender looks whether another run gets no sender at all, and gives his chunk back if so. */
const STINT_MS = 60_000;
const GIVES_WAY_MS = 2_000;

/** The governor as a sender of one run sees it. `seen` is what was read of it last. */
export const shareGovernor = (ports: Ports, runId: string, seen: GovernorRecord): Governors => {
  const { governors } = ports;
  const part = new Part(ports, runId, seen);
  // One by one: the methods of an adapter are its class's, and copying the adapter leaves them behind.
  return {
    read: async () => seen,
    create: (record) => governors.create(record),
    reserve: (reservation) => part.reserve(reservation),
    change: (change) => governors.change(change),
  };
};

/** Notes for which run slots are given, and while others want them too gives no run more than its part. What cannot be read is fair. */
class Part {
  readonly #ports: Ports;
  readonly #runId: string;
  #record: GovernorRecord;
  #lookedAt: number;

  constructor(ports: Ports, runId: string, seen: GovernorRecord) {
    this.#ports = ports;
    this.#runId = runId;
    this.#record = seen;
    this.#lookedAt = ports.clock.now();
  }

  async reserve(reservation: Reservation): Promise<Reserving> {
    const { governors, clock } = this.#ports;
    const aheadMs = reservation.now - clock.now();
    if (await this.#keepsSomebodyOut()) return this.#notBefore(GIVES_WAY_MS);
    const waitMs = await this.#mustWaitMs();
    if (waitMs > this.#longestPauseMs) return this.#notBefore(waitMs);
    if (waitMs > 0) await clock.sleepUntil(clock.now() + waitMs);

    const now = clock.now() + aheadMs;
    const share = shareFor(this.#record, { runId: this.#runId, count: reservation.count, now });
    const answer = await governors.reserve({ ...reservation, now, share });
    if (answer.kind === 'granted' || answer.kind === 'refused') this.#record = answer.seen;
    return answer;
  }

  /** As if all slots until then were given. */
  #notBefore(delayMs: number): Reserving {
    const { clock, pace } = this.#ports;
    return { kind: 'refused', seen: { ...this.#record, tat: clock.now() + pace.horizonMs + delayMs } };
  }

  /** How long this run has to leave the slots to others. */
  async #mustWaitMs(): Promise<number> {
    const { governors, clock, pace } = this.#ports;
    if (othersAtWork(this.#record.shares, this.#runId, clock.now()) === 0) return 0;
    this.#record = (await governors.read().catch(() => undefined)) ?? this.#record;
    return aheadOfShareMs(this.#record, { runId: this.#runId, now: clock.now() }, pace);
  }

  /** With the wait for the slots themselves it is never longer than the horizon. */
  get #longestPauseMs(): number {
    const { clock, pace } = this.#ports;
    const aheadMs = Math.max(0, this.#record.tat - clock.now());
    return Math.min(LONGEST_PAUSE_MS, Math.max(0, pace.horizonMs - aheadMs));
  }

  /** Another run has a wave, and nobody works on it. */
  async #keepsSomebodyOut(): Promise<boolean> {
    const { openWaves, clock } = this.#ports;
    const now = clock.now();
    if (now - this.#lookedAt < STINT_MS) return false;
    this.#lookedAt = now;
    const open = await openWaves.list().catch(() => []);
    const atWork = new Set([...runsAtWork(this.#record.shares, now), this.#runId]);
    return open.some(({ runId }) => !atWork.has(runId));
  }
}
