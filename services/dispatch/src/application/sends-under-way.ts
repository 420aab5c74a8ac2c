import { type Answered, isBrownOut, type Stop, stopAfter } from '../domain/send-answer.ts';
import { type BatchPorts, type Slotted, sendBatch } from './send-batch.ts';

interface Waiter {
  readonly most: number;
  readonly wake: () => void;
}

/** The claimed batches of one invocation that are being sent. Several may be: the next one is claimed while answers are still to come. */
export class SendsUnderWay {
  readonly #ports: BatchPorts;
  readonly #deadline: number;
  readonly #batches: Promise<void>[] = [];
  #heard: Answered[] = [];
  #unanswered = 0;
  #isHalted = false;
  #stop: Stop | undefined;
  #waiter: Waiter | undefined;

  /** `deadline`: when the invocation is killed. */
  constructor(ports: BatchPorts, deadline: number) {
    this.#ports = ports;
    this.#deadline = deadline;
  }

  /** Why nothing more is to be sent. */
  get stop(): Stop | undefined {
    return this.#stop;
  }

  /** Begins to send a batch whose claim is known to be written. */
  begin(batch: readonly Slotted[]): void {
    let unknown = 0;
    const hear = (answered: Answered): void => {
      if (answered.answer.kind === 'unknown') unknown += 1;
      this.#hear(answered, isBrownOut(unknown, batch.length));
    };
    this.#unanswered += batch.length;
    this.#batches.push(
      sendBatch(this.#ports, batch, { deadline: this.#deadline, isStopped: () => this.#isHalted, hear }),
    );
  }

  /** The answers since they were last collected. */
  collect(): readonly Answered[] {
    const answers = this.#heard;
    this.#heard = [];
    return answers;
  }

  /** Lets nothing more leave. What has left is still waited for. */
  halt(why?: Stop): void {
    this.#isHalted = true;
    this.#stop ??= why;
    this.#wakeIfDue();
  }

  /** Comes back once no more than so many are unanswered, or nothing more is to be sent. */
  untilUnanswered(most: number): Promise<void> {
    return new Promise((wake) => {
      this.#waiter = { most, wake };
      this.#wakeIfDue();
    });
  }

  /** Comes back once everything is answered: nothing outlives the invocation. */
  async untilAnswered(): Promise<void> {
    await Promise.all(this.#batches);
  }

  #hear(answered: Answered, isBrownOut: boolean): void {
    this.#heard.push(answered);
    this.#unanswered -= 1;
    const why = stopAfter(answered.answer) ?? (isBrownOut ? { kind: 'brown_out' } : undefined);
    if (why === undefined) this.#wakeIfDue();
    else this.halt(why);
  }

  #wakeIfDue(): void {
    const { most = Number.NEGATIVE_INFINITY, wake } = this.#waiter ?? {};
    if (this.#unanswered > most && !this.#isHalted) return;
    this.#waiter = undefined;
    wake?.();
  }
}
