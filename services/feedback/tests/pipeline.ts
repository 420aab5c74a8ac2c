import { makeAnswerReceipts, type ReceiptsAnswer } from '../src/application/answer-receipts.ts';
import { makeFoldOutcomes } from '../src/application/fold-outcomes.ts';
import { type EventBatch, makeFoldSending } from '../src/application/fold-sending.ts';
import { makeNoteDelays } from '../src/application/note-delays.ts';
import { makeWatchFlow } from '../src/application/watch-flow.ts';
import type { ReceiptsReported } from '../src/domain/fact.ts';
import { type Bounds, MOST_RECEIVES } from '../src/domain/flow.ts';
import type { Outcome } from '../src/domain/outcome.ts';
import type { Backlog } from '../src/domain/readiness.ts';
import { Agenda } from './agenda.ts';
import {
  InMemoryFlowLog,
  InMemoryOutcomes,
  InMemoryProbes,
  InMemoryRunParts,
  InMemorySendJournal,
  RecordingFacts,
  runsWith,
} from './in-memory.ts';
import { InMemoryDelayLog } from './in-memory-delays.ts';
import type { Fate, Mail, Stall } from './mail.ts';

interface World {
  readonly bounds: Bounds;
  /** SNS keeps what it is given in such a span until its end. */
  readonly snsStalls?: readonly Stall[];
  /** Nobody receives anything. */
  readonly queueStalls?: readonly Stall[];
  /** What SQS tells of its queues is so old. */
  readonly figuresAreOldMs?: number;
  readonly figuresOfDlqAreOldMs?: number;
  /** How long a function works on a batch. */
  readonly foldMs?: number;
}

interface Message {
  readonly mail: Mail;
  readonly queuedAtMs: number;
  /** How often it had been received before somebody moved it back. */
  readonly receivedBefore: number;
  receives: number;
}

interface Ask {
  readonly runId: string;
  readonly chunk: number;
  readonly probe: string;
  readonly probeAtMs: number;
  /** What the looks so far have found. */
  readonly clearSince?: Date | undefined;
}

export interface TimedReport extends ReceiptsReported {
  readonly reportedAtMs: number;
}

const TICK_MS = 1_000;

/**
 * The way of events from SES into the bitmaps, and of requests for receipts, on a clock of its own: a topic and a queue that stand
 * still, double, drop and reorder, around the real use cases.
 */
export class Pipeline {
  readonly reports: TimedReport[] = [];
  readonly answers: ReceiptsAnswer[] = [];
  readonly #world: World;
  readonly #agenda = new Agenda();
  readonly #due = new Map<number, Message[]>();
  readonly #dead: Message[] = [];
  readonly #history: (Backlog & { readonly sinceMs: number })[] = [{ sinceMs: 0, unfinished: 0, deadLetters: 0 }];
  readonly #fold;
  readonly #answer;

  constructor(world: World) {
    this.#world = world;
    const { bounds } = world;
    const clock = { now: () => new Date(this.#agenda.nowMs) };
    const outcomes = new InMemoryOutcomes();
    const probes = new InMemoryProbes();
    const flowLog = new InMemoryFlowLog(bounds);
    const facts = new RecordingFacts();
    const foldOutcomes = makeFoldOutcomes({
      outcomes,
      journal: new InMemorySendJournal(),
      runParts: new InMemoryRunParts(),
      runs: runsWith(),
      facts,
      clock,
    });
    this.#fold = makeFoldSending({
      watchFlow: makeWatchFlow({ flowLog, clock, bounds }),
      foldOutcomes,
      noteDelays: makeNoteDelays({ delayLog: new InMemoryDelayLog(), clock }),
      probes,
      clock,
    });
    this.#answer = makeAnswerReceipts({
      probes,
      queues: { backlog: async () => this.#figures() },
      flowLog,
      outcomes,
      facts: { publish: async (told) => told.forEach((fact) => fact.fact === 'receipts_reported' && this.#note(fact)) },
      clock,
      bounds,
    });
  }

  get nowMs(): number {
    return this.#agenda.nowMs;
  }

  /** SES accepts a mail and will publish its Send event. */
  accept(mail: Mail): void {
    const publishedAtMs = afterStalls(this.#world.snsStalls, mail.acceptedAtMs);
    for (let copy = 0; copy < (mail.copies ?? 1); copy += 1) {
      const queuedAtMs = publishedAtMs + mail.transitMs * (copy + 1);
      this.#agenda.at(queuedAtMs, async () => {
        this.#count({ unfinished: 1 });
        this.#letWait({ mail, queuedAtMs, receives: 0, receivedBefore: 0 });
      });
    }
  }

  /** Somebody moves everything that lies in the DLQ back: SQS takes it for new. */
  redrive(atMs: number): void {
    this.#agenda.at(atMs, () => {
      const moved = this.#dead.splice(0);
      this.#count({ unfinished: moved.length, deadLetters: -moved.length });
      for (const { mail, ...died } of moved) {
        const receivedBefore = died.receivedBefore + died.receives;
        this.#letWait({ mail, queuedAtMs: atMs, receives: 0, receivedBefore });
      }
    });
  }

  /** Dispatch asks; the request comes again until it is answered. */
  ask(ask: Ask, atMs = ask.probeAtMs): void {
    this.#agenda.at(atMs, () => this.#look(ask, atMs));
  }

  async runUntil(endMs: number): Promise<void> {
    await this.#agenda.runUntil(endMs);
  }

  async #look({ probeAtMs, ...ask }: Ask, askedAtMs: number): Promise<void> {
    const answer = await this.#answer({
      ...ask,
      probeAt: new Date(probeAtMs),
      askedAt: new Date(askedAtMs),
      requestId: 'request-1',
      correlationId: 'chain-1',
    });
    this.answers.push(answer);
    if (answer.kind !== 'not_yet') return;
    const { pauseMs, clearSince } = answer;
    this.#agenda.at(this.nowMs + pauseMs, () => this.#look({ ...ask, probeAtMs, clearSince }, askedAtMs));
  }

  /** Everything that is received in the same second makes a batch. */
  #letWait(message: Message): void {
    const dueMs = afterStalls(this.#world.queueStalls, this.nowMs) + (message.mail.waitMs ?? 0);
    const tickMs = Math.ceil(dueMs / TICK_MS) * TICK_MS;
    const batch = this.#due.get(tickMs);
    if (batch !== undefined) {
      batch.push(message);
      return;
    }
    this.#due.set(tickMs, [message]);
    this.#agenda.at(tickMs, async () => {
      const received = this.#due.get(tickMs) ?? [];
      this.#due.delete(tickMs);
      this.#receive(received);
    });
  }

  #receive(received: readonly Message[]): void {
    const dead = received.filter(({ receives }) => receives === MOST_RECEIVES);
    this.#count({ unfinished: -dead.length, deadLetters: dead.length });
    this.#dead.push(...dead);

    const alive = received.filter(({ receives }) => receives < MOST_RECEIVES);
    for (const [fate, batch] of Map.groupBy(alive, fateOf)) this.#handle(fate, batch);
  }

  #handle(fate: Fate, batch: readonly Message[]): void {
    const { foldMs = 0, bounds } = this.#world;
    for (const message of batch) message.receives += 1;

    if (fate !== 'dropped') this.#agenda.at(this.nowMs + foldMs, () => this.#work(fate, batch));
    if (fate === 'folded') return;
    this.#agenda.at(this.nowMs + bounds.hiddenMs, () => batch.forEach((message) => this.#letWait(message)));
  }

  async #work(fate: Fate, batch: readonly Message[]): Promise<void> {
    const events = batchOf(batch);
    await this.#fold(fate === 'noticed_only' ? { ...events, outcomes: [], probes: [] } : events);
    if (fate === 'folded') this.#count({ unfinished: -batch.length });
  }

  #count({ unfinished = 0, deadLetters = 0 }: Partial<Backlog>): void {
    const last = this.#history.at(-1) ?? { unfinished: 0, deadLetters: 0 };
    this.#history.push({
      sinceMs: this.nowMs,
      unfinished: last.unfinished + unfinished,
      deadLetters: last.deadLetters + deadLetters,
    });
  }

  #figures(): Backlog {
    const { figuresAreOldMs = 0, figuresOfDlqAreOldMs = 0 } = this.#world;
    const asOf = (ms: number) => this.#history.findLast(({ sinceMs }) => sinceMs <= ms);
    return {
      unfinished: asOf(this.nowMs - figuresAreOldMs)?.unfinished ?? 0,
      deadLetters: asOf(this.nowMs - figuresOfDlqAreOldMs)?.deadLetters ?? 0,
    };
  }

  #note(report: ReceiptsReported): void {
    this.reports.push({ ...report, reportedAtMs: this.nowMs });
  }
}

const fateOf = ({ mail, receives, receivedBefore }: Message): Fate =>
  mail.fates?.[receivedBefore + receives] ?? 'folded';

const afterStalls = (stalls: readonly Stall[] = [], atMs: number): number =>
  stalls
    .toSorted((a, b) => a.fromMs - b.fromMs)
    .reduce((ms, { fromMs, untilMs }) => (ms >= fromMs && ms < untilMs ? untilMs : ms), atMs);

const batchOf = (messages: readonly Message[]): EventBatch => ({
  outcomes: messages.flatMap(({ mail }) => outcomeOf(mail) ?? []),
  probes: messages.flatMap(({ mail }) =>
    'probe' in mail.what ? [{ probe: mail.what.probe, at: new Date(mail.acceptedAtMs) }] : [],
  ),
  arrivals: {
    acceptedAtMs: messages.map(({ mail }) => mail.acceptedAtMs),
    queuedAtMs: Math.min(...messages.map(({ queuedAtMs }) => queuedAtMs)),
    mostReceives: Math.max(...messages.map(({ receives }) => receives)),
  },
});

const outcomeOf = ({ what, acceptedAtMs }: Mail): Outcome | undefined =>
  'probe' in what
    ? undefined
    : { ...what, kind: 'sent', messageId: `mail-${acceptedAtMs}`, at: new Date(acceptedAtMs) };
