import { deflateRawSync, inflateRawSync } from 'node:zlib';

import type { EventType } from '../events/ses-event.ts';
import type { MailboxLimits } from '../rules/rules.ts';
import type { Outcome } from './outcome.ts';

/** One thing that happened to a message, as the mailbox tells it. */
export interface MailEvent {
  readonly type: EventType;
  readonly at: number;
  readonly recipient: string | undefined;
  readonly note: string | undefined;
  /** Topics it was published to. */
  readonly topics: number;
}

export interface MailSummary {
  readonly id: string;
  readonly at: number;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly configurationSet: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
  readonly size: number;
}

export interface StoredMail extends MailSummary {
  /** Rises with every message; the cursor of a list. */
  readonly sequence: number;
  readonly raw: Buffer;
  readonly isCompressed: boolean;
  readonly events: MailEvent[];
  readonly outcomes: Set<Outcome>;
}

const MEGABYTE = 1024 * 1024;

/** Messages in the order they came; past its limits the oldest go. */
export class MailStore {
  readonly #limits: MailboxLimits;
  readonly #byId = new Map<string, StoredMail>();
  readonly #bySequence = new Map<number, StoredMail>();
  #oldest = 1;
  #next = 1;
  #bytes = 0;
  #dropped = 0;

  constructor(limits: MailboxLimits) {
    this.#limits = limits;
  }

  get size(): number {
    return this.#byId.size;
  }

  get dropped(): number {
    return this.#dropped;
  }

  get nextSequence(): number {
    return this.#next;
  }

  add(summary: MailSummary, raw: Buffer): StoredMail {
    const { compressAfter, maxMegabytes } = this.#limits;
    const isCompressed = this.size >= compressAfter || this.#bytes * 2 >= maxMegabytes * MEGABYTE;
    const kept = isCompressed ? deflateRawSync(raw, { level: 1 }) : raw;
    const outcomes = new Set<Outcome>();
    const mail = { ...summary, sequence: this.#next, raw: kept, isCompressed, events: [], outcomes };

    this.#next += 1;
    this.#byId.set(mail.id, mail);
    this.#bySequence.set(mail.sequence, mail);
    this.#bytes += kept.length;
    this.#keepWithinLimits();
    return mail;
  }

  get(id: string): StoredMail | undefined {
    return this.#byId.get(id);
  }

  /** Newest first, beginning below a sequence number. Messages may come and go meanwhile. */
  *newestFirst(below = this.#next): Generator<StoredMail> {
    for (let sequence = Math.min(below, this.#next) - 1; sequence >= this.#oldest; sequence -= 1) {
      const mail = this.#bySequence.get(sequence);
      if (mail !== undefined) yield mail;
    }
  }

  clear(): void {
    this.#byId.clear();
    this.#bySequence.clear();
    this.#oldest = this.#next;
    this.#bytes = 0;
    this.#dropped = 0;
  }

  #keepWithinLimits(): void {
    const { maxMessages, maxMegabytes } = this.#limits;
    while (this.size > 1 && (this.size > maxMessages || this.#bytes > maxMegabytes * MEGABYTE)) this.#dropOldest();
  }

  #dropOldest(): void {
    const mail = this.#bySequence.get(this.#oldest);
    this.#oldest += 1;
    if (mail === undefined) return;

    this.#byId.delete(mail.id);
    this.#bySequence.delete(mail.sequence);
    this.#bytes -= mail.raw.length;
    this.#dropped += 1;
  }
}

export const rawOf = ({ raw, isCompressed }: StoredMail): Buffer => (isCompressed ? inflateRawSync(raw) : raw);
