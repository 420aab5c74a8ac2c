import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { SesEvent } from './ses-event.ts';

export type Publish = (topicArn: string, event: SesEvent) => Promise<void>;

interface Publishing {
  readonly publish: Publish;
  readonly clock: Clock;
  readonly log: Log;
}

interface Parcel {
  readonly topicArn: string;
  readonly event: SesEvent;
  readonly failures: number;
}

const AT_ONCE = 16;
const MAX_FAILURES = 10;
const LONGEST_WAIT_MS = 5000;

const waitAfter = (failures: number): number => Math.min(LONGEST_WAIT_MS, 100 * 2 ** failures);

/** Publishes events, a few at a time, and tries again what failed, for about half a minute. */
export class Publisher {
  readonly #publishing: Publishing;
  /** A set, because it is a queue that does not slow down when it is long. */
  readonly #waiting = new Set<Parcel>();
  #busy = 0;
  #lost = 0;
  #isStopped = false;

  constructor(publishing: Publishing) {
    this.#publishing = publishing;
  }

  /** Events given up on. */
  get lost(): number {
    return this.#lost;
  }

  /** Events that are not published yet. Those between two attempts are not among them. */
  get waiting(): number {
    return this.#waiting.size + this.#busy;
  }

  add(topicArn: string, event: SesEvent): void {
    this.#enqueue({ topicArn, event, failures: 0 });
  }

  stop(): void {
    this.#isStopped = true;
    this.#waiting.clear();
  }

  #enqueue(parcel: Parcel): void {
    if (this.#isStopped) return;
    this.#waiting.add(parcel);
    if (this.#busy < AT_ONCE) void this.#work();
  }

  async #work(): Promise<void> {
    this.#busy += 1;
    for (const parcel of this.#waiting) {
      this.#waiting.delete(parcel);
      await this.#publish(parcel);
    }
    this.#busy -= 1;
  }

  async #publish(parcel: Parcel): Promise<void> {
    try {
      await this.#publishing.publish(parcel.topicArn, parcel.event);
    } catch (error) {
      this.#failed(parcel, error);
    }
  }

  #failed(parcel: Parcel, error: unknown): void {
    const { clock, log } = this.#publishing;
    const { eventType, mail } = parcel.event;
    const failures = parcel.failures + 1;
    const details = { eventType, messageId: mail.messageId, error: error instanceof Error ? error.name : 'unknown' };

    if (failures >= MAX_FAILURES) {
      this.#lost += 1;
      log.error('ses_event_lost', details);
      return;
    }
    if (failures === 1) log.warn('ses_event_publish_failed', details);
    clock.after(waitAfter(failures), () => this.#enqueue({ ...parcel, failures }));
  }
}
