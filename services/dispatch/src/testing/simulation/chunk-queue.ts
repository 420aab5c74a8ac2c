import type { SendOutcome } from '../../application/send-chunk.ts';
import type { ChunkTask } from '../../domain/run.ts';
import type { Basics } from './basics.ts';
import { between } from './chance.ts';
import { type Invoked, invoke } from './invoke.ts';
import { Worker } from './worker.ts';

interface Message {
  readonly id: string;
  readonly task: ChunkTask;
  visibleAt: number;
  receives: number;
}

interface Reader {
  readonly send: (task: ChunkTask, worker: Worker) => Promise<SendOutcome>;
  readonly failed: (worker: Worker, error: unknown) => void;
}

const MOST_RECEIVES = 5;
/** Of a message that is sent again and again only so many are doubled: copies of copies would outgrow everything. */
const MOST_DOUBLED = 3;
const LATEST_COPY_MS = 900_000;

/** The queue of chunks with its senders: at least once, in any order, hidden for a while, and dead-lettered after five receives. */
export class ChunkQueue {
  readonly #basics: Basics;
  readonly #reader: Reader;
  readonly #messages = new Set<Message>();
  readonly #sent = new Map<string, number>();
  #busy = 0;
  #deliveries = 0;

  constructor(basics: Basics, reader: Reader) {
    this.#basics = basics;
    this.#reader = reader;
  }

  get deliveries(): number {
    return this.#deliveries;
  }

  send(task: ChunkTask, delayMs: number): void {
    const name = `c${task.chunk}.w${task.wave}.t${task.tick}`;
    const copies = (this.#sent.get(name) ?? 0) + 1;
    this.#sent.set(name, copies);
    const id = copies === 1 ? name : `${name}.${copies}`;
    this.#add(id, task, delayMs);

    const { chance, scenario } = this.#basics;
    if (copies > MOST_DOUBLED) return;
    const twice = chance.fault(`message ${id} comes twice`, (random) =>
      random() < scenario.weather.again ? random() ** 3 * LATEST_COPY_MS : undefined,
    );
    if (twice !== undefined) this.#add(`${id}'`, task, delayMs + twice);
  }

  #add(id: string, task: ChunkTask, delayMs: number): void {
    const transitMs = between(this.#basics.chance.of(`message ${id}`), 5, 60);
    const message: Message = { id, task, visibleAt: this.#basics.time.now() + delayMs + transitMs, receives: 0 };
    this.#messages.add(message);
    void this.#showAgain(message);
  }

  async #showAgain(message: Message): Promise<void> {
    await this.#basics.time.sleepUntil(message.visibleAt);
    this.#pump();
  }

  #pump(): void {
    const { time, scenario } = this.#basics;
    for (const message of this.#messages) {
      if (this.#busy >= scenario.senders) return;
      if (message.visibleAt > time.now()) continue;
      message.receives += 1;
      message.visibleAt = time.now() + this.#visibilityMs;
      if (message.receives > MOST_RECEIVES) this.#bury(message);
      else void this.#deliver(message);
    }
  }

  /** Too short a time-out is trouble like any other: in calm it is as it is deployed. */
  get #visibilityMs(): number {
    const { chance, scenario } = this.#basics;
    return chance.isCalm ? scenario.timeoutMs + 60_000 : scenario.visibilityMs;
  }

  #bury(message: Message): void {
    this.#messages.delete(message);
    this.#basics.journal.note('queue', () => `${message.id} goes to the dead letters`);
  }

  async #deliver(message: Message): Promise<void> {
    this.#busy += 1;
    this.#deliveries += 1;
    const { scenario, journal } = this.#basics;
    const worker = new Worker(`${message.id}#${message.receives}`, this.#basics);
    journal.note(worker.id, () => 'receives its message');
    void this.#showAgain(message);

    const invoked = await invoke(this.#basics, worker, {
      timeoutMs: scenario.timeoutMs,
      work: () => this.#reader.send(message.task, worker),
    });
    this.#finish(message, worker, invoked);
    this.#busy -= 1;
    this.#pump();
  }

  #finish(message: Message, worker: Worker, invoked: Invoked<SendOutcome>): void {
    const { chance, scenario, journal } = this.#basics;
    journal.note(worker.id, () => (invoked.kind === 'answered' ? invoked.result : invoked.kind));
    if (invoked.kind === 'failed') this.#reader.failed(worker, invoked.error);
    if (invoked.kind !== 'answered') return;
    const { result } = invoked;
    if (result === 'fenced' || result === 'governor_missing') return;
    if (result !== 'finished') return this.#bury(message);

    const isKept = chance.fault(`${worker.id} is finished, and comes again`, (random) =>
      random() < scenario.weather.again / 4 ? true : undefined,
    );
    if (isKept === undefined) this.#messages.delete(message);
  }
}
