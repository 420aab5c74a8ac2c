import { bitmapOf } from '../../domain/bitmap.ts';
import type { Probe } from '../../domain/probe.ts';
import type { Evidence } from '../../domain/settle-doubt.ts';
import type { Agenda } from './agenda.ts';
import type { Basics } from './basics.ts';
import { between } from './chance.ts';

/** Answers what feedback reports of a question, and when. */
export interface FeedbackRules {
  /** It waits until it has seen the probe, and for what was held up with it. */
  readonly waitsForProbe: boolean;
  /** It vouches for what was sent before the probe, not for what was sent before its answer. */
  readonly isAsOfProbe: boolean;
}

interface Settings {
  readonly rules: FeedbackRules;
  readonly report: (chunk: number, evidence: Evidence) => void;
}

const BITS = 1_000;
const LATEST_ANSWER_MS = 600_000;
const USUAL_LAG_MS = 2_000;

/** The service of feedback as dispatch sees it: it hears late of mails, nothing for a while, and answers only what it can know. */
export class FeedbackModel {
  readonly #basics: Basics;
  readonly #agenda: Agenda;
  readonly #settings: Settings;
  readonly #seen = new Map<number, Set<number>>();
  readonly #probes = new Map<string, PromiseWithResolvers<void>>();
  #events = 0;
  #questions = 0;

  constructor(basics: Basics, agenda: Agenda, settings: Settings) {
    this.#basics = basics;
    this.#agenda = agenda;
    this.#settings = settings;
  }

  /** What was held up comes within this time of a mail that was sent later. */
  get #drainMs(): number {
    return Math.min(60_000, this.#basics.scenario.settleMs / 2);
  }

  hear({ probe, chunk, offset }: Readonly<Record<string, string>>): void {
    this.#events += 1;
    void this.#fold(`event ${this.#events}`, () => {
      if (probe !== undefined) this.#sightingOf(probe).resolve();
      else this.#seenOf(Number(chunk)).add(Number(offset));
    });
  }

  ask(chunk: number, probe: Probe): void {
    this.#questions += 1;
    const { chance, scenario } = this.#basics;
    const lateMs = chance.fault(`question ${this.#questions} waits`, (random) =>
      random() < scenario.weather.again / 2 ? between(random, 1_000, LATEST_ANSWER_MS) : undefined,
    );
    void this.#answer(chunk, probe, lateMs ?? 0);
  }

  async #fold(name: string, fold: () => void): Promise<void> {
    const { time, chance, scenario } = this.#basics;
    const random = chance.of(name);
    const isLate = random() < 0.15;
    await time.sleepUntil(
      time.now() + (isLate ? between(random, 0, scenario.settleMs * 0.95) : random() * USUAL_LAG_MS),
    );
    const flowsAt = this.#flowsAt(time.now());
    if (flowsAt > time.now()) await time.sleepUntil(flowsAt + random() * this.#drainMs * 0.9);
    fold();
  }

  /** The end of all stalls that follow upon each other. */
  #flowsAt(instant: number): number {
    const elapsed = instant - this.#basics.start;
    const stall = this.#agenda.stalls.find(([from, until]) => from <= elapsed && elapsed < until);
    return stall ? this.#flowsAt(this.#basics.start + stall[1]) : instant;
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

  async #answer(chunk: number, { probe, probeAt }: Probe, lateMs: number): Promise<void> {
    const { rules, report } = this.#settings;
    const { time } = this.#basics;
    if (rules.waitsForProbe) {
      await this.#sightingOf(probe).promise;
      await time.sleepUntil(time.now() + this.#drainMs);
    }
    await time.sleepUntil(time.now() + lateMs);
    const asOf = rules.isAsOfProbe ? probeAt : time.now();
    report(chunk, { asOf, seen: bitmapOf(BITS, this.#seenOf(chunk)) });
  }
}
