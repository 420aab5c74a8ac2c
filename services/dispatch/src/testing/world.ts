import { makeChangeControl } from '../application/change-control.ts';
import { makeFollowQuota } from '../application/follow-quota.ts';
import type { Cause } from '../application/ports.ts';
import { makeRefreshQuota } from '../application/refresh-quota.ts';
import { makeReleaseWave, type WaveRelease } from '../application/release-wave.ts';
import { makeSendChunk, type SendOutcome } from '../application/send-chunk.ts';
import { makeSweep } from '../application/sweep.ts';
import type { Exclusion } from '../domain/exclusion.ts';
import { type Pace, paceFor } from '../domain/pace.ts';
import type { Quota } from '../domain/quota.ts';
import type { ChunkTask, Run } from '../domain/run.ts';
import type { DoubtRules, Evidence } from '../domain/settle-doubt.ts';
import { Actor, type Fates } from './actor.ts';
import { inMemoryEvidences } from './in-memory-ports.ts';
import { type Events, SimulatedFeedback } from './simulated-feedback.ts';
import { type SesRule, SimulatedSes } from './simulated-ses.ts';
import { Store } from './store.ts';
import { VirtualTime } from './virtual-time.ts';
import { randomFrom } from './weather.ts';
import { type ReadRows, wire } from './wire.ts';

export interface Settings {
  /** Recipients of each chunk. */
  readonly chunks: readonly number[];
  readonly fates?: Fates;
  readonly ses?: SesRule;
  readonly quota?: Partial<Quota>;
  readonly timeoutMs?: number;
  readonly skewOf?: (actor: number) => number;
  readonly events?: Events;
  readonly doubt?: Partial<DoubtRules>;
  readonly read?: ReadRows;
}

export const START = Date.parse('2026-11-21T10:00:00Z');
export const RUN: Run = {
  runId: 'run_1',
  campaignId: 'cmp_1',
  content: 's3://c/content',
  manifest: 's3://a/manifest',
  attempt: 1,
};
const cause: Cause = { correlationId: 'test' };
const VISIBILITY_EXTRA_MS = 60_000;
const LONGEST_POLL_MS = 10_000;
/** After these SQS delivers a message again; after the others it is finished, or parked. */
const comingBack = new Set<SendOutcome | 'killed' | 'failed'>(['killed', 'failed', 'fenced', 'governor_missing']);

/** The real use cases over stores, a queue and an SES in memory, in virtual time. */
export class World {
  readonly time = new VirtualTime(START);
  readonly store = new Store();
  readonly ses: SimulatedSes;
  readonly feedback: SimulatedFeedback;
  readonly pace: Pace;
  readonly notes: string[] = [];
  readonly meters = new Map<string, number>();
  readonly outcomes: SendOutcome[] = [];
  readonly settings: Settings;
  #actors = 0;

  constructor(settings: Settings) {
    this.settings = settings;
    this.pace = paceFor(settings.timeoutMs ?? 60_000);
    this.feedback = new SimulatedFeedback(
      { time: this.time, random: randomFrom(1), record: (chunk, evidence) => this.report(chunk, evidence) },
      settings.events,
    );
    this.ses = new SimulatedSes(
      () => this.time.now(),
      (tags) => this.feedback.accepted(tags),
      settings.ses,
    );
  }

  actor(): Actor {
    this.#actors += 1;
    return this.#actorNamed(`a${this.#actors}`);
  }

  #actorNamed(id: string): Actor {
    return new Actor(id, this.time, {
      fates: this.settings.fates ?? (() => ({})),
      skewMs: this.settings.skewOf?.(this.#actors) ?? 0,
    });
  }

  /** Releases a wave: of the one run, unless another is named. */
  release(about: Partial<WaveRelease> = {}, actor = this.actor()): Promise<string> {
    const chunks = this.settings.chunks.map((_, chunk) => chunk);
    return makeReleaseWave(wire(this, actor))({ run: RUN, wave: 1, final: false, chunks, ...about }, cause);
  }

  sweep(actor = this.actor()): Promise<void> {
    return makeSweep(wire(this, actor))(cause);
  }

  control(control: 'send' | 'hold' | 'cancel', revision: number, exclude?: Exclusion): Promise<void> {
    const change = { runId: RUN.runId, control, revision, attempt: RUN.attempt, exclude };
    return makeChangeControl(wire(this, this.actor()))(change, cause);
  }

  /** A report of feedback arrives. */
  report(chunk: number, evidence: Evidence): Promise<void> {
    return inMemoryEvidences(this.store, this.#actorNamed('report')).record({ runId: RUN.runId, chunk }, evidence);
  }

  /** One invocation of the sender, killed at its deadline. A killed one never answers. */
  send(task: Partial<ChunkTask> = {}, actor = this.actor()): Promise<SendOutcome> {
    const deadline = this.time.now() + (this.settings.timeoutMs ?? 60_000);
    void this.time.sleepUntil(deadline).then(() => actor.kill());
    const whole = { runId: RUN.runId, chunk: 0, wave: 1, tick: 0, final: false, manifest: RUN.manifest, ...task };
    const skewedDeadline = deadline + actor.clock.now() - this.time.now();

    return makeSendChunk(wire(this, actor))(whole, { id: actor.id, deadline: skewedDeadline }, cause);
  }

  /** Lets time pass until the work is done. */
  async finish<Result>(work: Promise<Result>): Promise<Result> {
    await this.#settled(work, Number.POSITIVE_INFINITY);
    return work;
  }

  /** Lets time pass until the work is done or cannot be any more. Answers whether it came to a good end in time. */
  async isDoneWithin(work: Promise<unknown>, ms: number): Promise<boolean> {
    return (await this.#settled(work, this.time.now() + ms)) === 'done';
  }

  async #settled(work: Promise<unknown>, until: number): Promise<'done' | 'failed' | 'waiting'> {
    let state: 'done' | 'failed' | 'waiting' = 'waiting';
    const watch = async (): Promise<void> => {
      try {
        await work;
        state = 'done';
      } catch {
        state = 'failed';
      }
    };
    void watch();
    await this.time.pass(() => state !== 'waiting', until);
    return state;
  }

  /** Takes messages from the queue with this many senders until the wave is told. Answers whether it was. */
  async drain({ senders, wave = 1, hours = 24 }: { senders: number; wave?: number; hours?: number }): Promise<boolean> {
    const isTold = () => this.store.told.has(`${RUN.runId}/${wave}`);
    return this.work({ senders, hours, until: isTold });
  }

  /** Takes messages from the queue with this many senders. Answers whether it came to what was waited for. */
  async work({ senders, until, hours }: { senders: number; until: () => boolean; hours: number }): Promise<boolean> {
    const end = this.time.now() + hours * 3_600_000;
    const isOver = () => until() || this.time.now() >= end;
    for (let n = 0; n < senders; n += 1) void this.#work(isOver);
    return this.time.pass(until, end);
  }

  /** Asks SES every minute what it grants. */
  async refreshEveryMinute(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      await this.time.sleepUntil(this.time.now() + 60_000);
      await makeRefreshQuota(wire(this, this.actor()))();
    }
  }

  /** Asks SES between two refreshes whenever that was asked for. */
  async lookWhenAsked(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      await this.time.sleepUntil(this.time.now() + 1_000);
      const due = this.store.looks.findIndex((at) => at <= this.time.now());
      if (due < 0) continue;
      this.store.looks.splice(due, 1);
      await makeFollowQuota(wire(this, this.actor()))();
    }
  }

  async #work(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      const message = this.store.queue.findIndex(({ visibleAt }) => visibleAt <= this.time.now());
      const [taken] = message < 0 ? [] : this.store.queue.splice(message, 1);
      if (taken === undefined) {
        await this.time.sleepUntil(this.#nextLook());
        continue;
      }
      await this.#deliver(taken.task);
    }
  }

  #nextLook(): number {
    const now = this.time.now();
    const next = Math.min(now + LONGEST_POLL_MS, ...this.store.queue.map(({ visibleAt }) => visibleAt));
    return Math.max(now + 1_000, next);
  }

  /** At least once: what is not finished in time comes back. */
  async #deliver(task: ChunkTask): Promise<void> {
    const timeoutMs = this.settings.timeoutMs ?? 60_000;
    const comesBack = this.time.now() + timeoutMs + VISIBILITY_EXTRA_MS;
    const sent = this.send(task).catch(() => 'failed' as const);
    const killed = this.time.sleepUntil(this.time.now() + timeoutMs + 1).then(() => 'killed' as const);
    const outcome = await Promise.race([sent, killed]);

    if (outcome !== 'killed' && outcome !== 'failed') this.outcomes.push(outcome);
    if (comingBack.has(outcome)) this.store.queue.push({ task, visibleAt: comesBack });
  }
}
