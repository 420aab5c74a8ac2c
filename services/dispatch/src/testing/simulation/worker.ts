import type { Clock } from '../../application/ports.ts';
import { Actor, type Fate } from '../actor.ts';
import type { Basics } from './basics.ts';
import { between, type Random } from './chance.ts';
import { drawTrouble, drawTroubleInSleep, type Trouble } from './trouble.ts';

const SLOWEST_MS = 12;

/** One invocation of a function in bad weather: every call and every wait of it may go wrong, and it may stand still or be killed in each. */
export class Worker extends Actor {
  /** Its own clock, by which it also waits. */
  readonly watch: Clock;
  readonly died: Promise<void>;
  readonly #basics: Basics;
  readonly #upcoming: { fate: Fate };
  readonly #resolveDied: () => void;
  readonly #counts = new Map<string, number>();
  #thawsAt = 0;

  constructor(id: string, basics: Basics) {
    const upcoming: { fate: Fate } = { fate: {} };
    const { skewMs } = basics.scenario;
    const skew = skewMs > 0 ? basics.chance.fault(`clock of ${id}`, (random) => between(random, -skewMs, skewMs)) : 0;
    super(id, basics.time, { fates: () => upcoming.fate, skewMs: Math.round(skew ?? 0) });

    const { promise, resolve } = Promise.withResolvers<void>();
    this.died = promise;
    this.#resolveDied = resolve;
    this.#basics = basics;
    this.#upcoming = upcoming;
    this.watch = { now: () => this.clock.now(), sleepUntil: (instant) => this.#sleepUntil(instant) };
  }

  override kill(): void {
    if (!this.isDead) this.#basics.journal.note(this.id, () => 'is killed');
    super.kill();
    this.#resolveDied();
  }

  override async call<Result>(place: string, effect: () => Result): Promise<Result> {
    const name = this.#nameOf(place);
    const trouble = this.#basics.chance.fault(name, drawTrouble(this.#basics.scenario.weather));
    return this.callWith(place, trouble, effect);
  }

  /** Calls somebody, and this goes wrong. */
  async callWith<Result>(place: string, trouble: Trouble | undefined, effect: () => Result): Promise<Result> {
    const { time, chance, journal } = this.#basics;
    if (trouble) journal.note(this.id, () => `${place}: ${trouble.text}`);
    const random = chance.of(`${this.id} ${place} ${time.now()}`);
    const fate = { ...paceOf(random), ...trouble?.fate };
    if (trouble?.freezeMs !== undefined) this.#thawsAt = Math.max(this.#thawsAt, time.now() + trouble.freezeMs);

    this.#upcoming.fate = fate;
    const answer = super.call(place, effect);
    if (fate.dies) void this.#dieAfter(fate.thereMs);
    try {
      return await answer;
    } finally {
      await this.#thaw();
    }
  }

  async #dieAfter(ms: number): Promise<void> {
    await this.#basics.time.sleepUntil(this.#basics.time.now() + ms);
    this.kill();
  }

  async #sleepUntil(instant: number): Promise<void> {
    const { time, chance, scenario, journal } = this.#basics;
    const trouble = chance.fault(this.#nameOf('waits'), drawTroubleInSleep(scenario.weather));
    if (trouble) journal.note(this.id, () => `while it waits: ${trouble.text}`);
    if (trouble?.fate.dies) this.kill();
    if (trouble?.freezeMs !== undefined) this.#thawsAt = Math.max(this.#thawsAt, time.now() + trouble.freezeMs);

    await this.clock.sleepUntil(instant);
    await this.#thaw();
  }

  async #thaw(): Promise<void> {
    const { time } = this.#basics;
    while (time.now() < this.#thawsAt) await time.sleepUntil(this.#thawsAt);
    if (this.isDead) await new Promise(() => {});
  }

  #nameOf(place: string): string {
    const count = (this.#counts.get(place) ?? 0) + 1;
    this.#counts.set(place, count);
    return `${this.id} ${place} ${count}`;
  }
}

const paceOf = (random: Random) => ({
  thereMs: Math.ceil(random() * SLOWEST_MS),
  backMs: Math.ceil(random() * SLOWEST_MS),
});
