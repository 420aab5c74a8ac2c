import type { EventDetail } from '../events/ses-event.ts';
import type { AcceptedMail } from '../message/accepted-mail.ts';
import { mailboxesOf, textOf } from '../message/headers.ts';
import type { MailboxLimits } from '../rules/rules.ts';
import { type MailEvent, MailStore, type StoredMail } from './mail-store.ts';
import { outcomeOf } from './outcome.ts';
import { type Figures, Tally } from './tally.ts';

export interface Summary extends Figures {
  /** Messages that can still be looked at. */
  readonly stored: number;
  /** Messages that had to go for newer ones. */
  readonly dropped: number;
  /** Changes whenever anything in the mailbox does. */
  readonly version: number;
}

/** Every accepted message and what became of it. */
export class Mailbox {
  readonly #store: MailStore;
  readonly #tally = new Tally();
  #firstCounted = 0;
  #version = 0;

  constructor(limits: MailboxLimits) {
    this.#store = new MailStore(limits);
  }

  keep(mail: AcceptedMail, raw: Buffer): StoredMail {
    this.#version += 1;
    this.#tally.accepted(mail.tags);
    return this.#store.add(
      {
        id: mail.messageId,
        at: mail.at,
        from: mailboxesOf(mail.headers, 'From').join(', '),
        to: mail.destinations,
        subject: textOf(mail.headers, 'Subject') ?? '',
        configurationSet: mail.configurationSet,
        tags: mail.tags,
        size: raw.length,
      },
      raw,
    );
  }

  record(mail: StoredMail, detail: EventDetail, event: Omit<MailEvent, 'type'>): void {
    // A message from before the mailbox was emptied no longer counts.
    if (mail.sequence < this.#firstCounted) return;

    this.#version += 1;
    mail.events.push({ type: detail.eventType, ...event });
    const outcome = outcomeOf(detail);
    if (outcome === undefined || mail.outcomes.has(outcome)) return;

    mail.outcomes.add(outcome);
    this.#tally.happened(mail.tags, outcome);
  }

  find(id: string): StoredMail | undefined {
    return this.#store.get(id);
  }

  newestFirst(below?: number): Iterable<StoredMail> {
    return this.#store.newestFirst(below);
  }

  summary(run?: string): Summary {
    const { size: stored, dropped } = this.#store;
    return { ...this.#tally.figures(run), stored, dropped, version: this.#version };
  }

  runs(): readonly string[] {
    return this.#tally.runs();
  }

  clear(): void {
    this.#version += 1;
    this.#firstCounted = this.#store.nextSequence;
    this.#store.clear();
    this.#tally.clear();
  }
}
