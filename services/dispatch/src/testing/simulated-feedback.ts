import { bitmapOf } from '../domain/bitmap.ts';
import type { Probe } from '../domain/probe.ts';
import type { Evidence } from '../domain/settle-doubt.ts';
import type { VirtualTime } from './virtual-time.ts';

/** How SES's events come. Without any, each is folded within a second. */
export interface Events {
  /** How long after its acceptance a mail is told of. Beyond what senders wait for, it breaks the promise they rest on. */
  readonly lagMs?: () => number;
  /** Nothing is folded between these instants; afterwards everything that was held up, in any order, within `drainMs`. */
  readonly stalls?: readonly (readonly [from: number, until: number])[];
  /** How long a report is on its way: one for every time it arrives, none if it is lost. */
  readonly reportsAfterMs?: () => readonly number[];
  /** What was held up comes within this time of a mail that was sent later. */
  readonly drainMs?: number;
}

interface Settings {
  readonly time: VirtualTime;
  readonly random: () => number;
  readonly record: (chunk: number, evidence: Evidence) => Promise<void>;
}

const BITS = 1_000;
const usualLag = (): number => 400;
const onceAndSoon = (): readonly number[] => [500];

/** Feedback as dispatch knows it: it hears of mails late, answers only what it can know, and its answers come late, twice or never. */
export class SimulatedFeedback {
  requests = 0;
  readonly #seen = new Map<number, Set<number>>();
  readonly #probes = new Map<string, PromiseWithResolvers<void>>();
  readonly #settings: Settings;
  readonly #events: Events;
  readonly #drainMs: number;

  constructor(settings: Settings, events: Events = {}) {
    this.#settings = settings;
    this.#events = events;
    this.#drainMs = events.drainMs ?? 5_000;
  }

  /** SES took a mail. */
  accepted(tags: Readonly<Record<string, string>>): void {
    void this.#fold(tags);
  }

  /** Somebody asks which recipients of a chunk were seen. */
  requested(chunk: number, probe: Probe): void {
    this.requests += 1;
    void this.#answer(chunk, probe);
  }

  async #fold({ probe, chunk, offset }: Readonly<Record<string, string>>): Promise<void> {
    const { time, random } = this.#settings;
    await time.sleepUntil(time.now() + (this.#events.lagMs ?? usualLag)());
    const flowsAt = this.#flowsAt(time.now());
    if (flowsAt > time.now()) await time.sleepUntil(flowsAt + random() * this.#drainMs * 0.9);

    if (probe !== undefined) this.#sightingOf(probe).resolve();
    else this.#seenOf(Number(chunk)).add(Number(offset));
  }

  /** The end of all stalls that follow upon each other. */
  #flowsAt(instant: number): number {
    const stall = this.#events.stalls?.find(([from, until]) => from <= instant && instant < until);
    return stall ? this.#flowsAt(stall[1]) : instant;
  }

  #seenOf(chunk: number): Set<number> {
    const seen = this.#seen.get(chunk) ?? new Set();
    this.#seen.set(chunk, seen);
    return seen;
  }

  #sightingOf(probe: string): PromiseWithResolvers<void> {
    const sighting = this.#probes.get(probe) ?? Promise.withResolvers<void>();
    this.#probes.set(probe, sighting);
    return sighting;
  }

  async #answer(chunk: number, { probe, probeAt }: Probe): Promise<void> {
    const { time, record } = this.#settings;
    await this.#sightingOf(probe).promise;
    await time.sleepUntil(time.now() + this.#drainMs);

    const evidence = { asOf: probeAt, seen: bitmapOf(BITS, this.#seenOf(chunk)) };
    for (const delayMs of (this.#events.reportsAfterMs ?? onceAndSoon)()) {
      void this.#deliver(delayMs, () => record(chunk, evidence));
    }
  }

  async #deliver(delayMs: number, record: () => Promise<void>): Promise<void> {
    const { time } = this.#settings;
    await time.sleepUntil(time.now() + delayMs);
    try {
      await record();
    } catch {
      // Lost on its way: whoever needs it asks again.
    }
  }
}
