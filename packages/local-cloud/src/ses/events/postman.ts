import type { Clock } from '../clock.ts';
import type { Faults } from '../faults.ts';
import type { Log } from '../log.ts';
import { chosenLink, linksIn } from '../mailbox/links.ts';
import type { StoredMail } from '../mailbox/mail-store.ts';
import type { Mailbox } from '../mailbox/mailbox.ts';
import { noteOf } from '../mailbox/note.ts';
import type { AcceptedMail } from '../message/accepted-mail.ts';
import { makeFate, type Step } from '../rules/fate.ts';
import type { Rules } from '../rules/rules.ts';
import type { Destinations } from './destinations.ts';
import { click, detailOf, type Happening, send } from './event-detail.ts';
import { mailObject } from './mail-object.ts';
import type { Publisher } from './publisher.ts';
import { SCANNING } from './readers.ts';
import type { EventDetail } from './ses-event.ts';
import { sendAfterMs, timed } from './timeline.ts';

interface Surroundings {
  readonly region: string;
  readonly rules: Rules;
  readonly clock: Clock;
  readonly log: Log;
  readonly faults: Faults;
  readonly destinations: Destinations;
  readonly publisher: Publisher;
  readonly mailbox: Mailbox;
}

interface Letter {
  readonly mail: AcceptedMail;
  readonly stored: StoredMail;
}

/** Carries accepted mail to its recipients' fates, and tells the event destinations. */
export class Postman {
  readonly #around: Surroundings;
  readonly #fateOf: (address: string) => readonly Step[];
  #due = 0;

  constructor(around: Surroundings) {
    this.#around = around;
    this.#fateOf = makeFate(around.rules);
  }

  /** What will yet happen to the messages that were accepted. */
  get due(): number {
    return this.#due;
  }

  /** Lets everything happen to a message that will. */
  post(letter: Letter, isInfected: boolean): void {
    const { rules } = this.#around;
    const { destinations } = letter.mail;
    const fates = destinations.map((recipient) => ({ recipient, steps: this.#fateOf(recipient) }));
    const first = destinations[0] ?? '';

    if (isInfected || fates.some(({ steps }) => steps.includes('reject'))) {
      for (const { step, afterMs } of timed(rules, first, ['reject'])) {
        this.#later({ ...letter, recipient: first, step }, afterMs);
      }
      return;
    }
    const sentAfter = sendAfterMs(rules, first);
    this.#after(sentAfter, () => this.#tell(letter, undefined, send()));
    for (const { recipient, steps } of fates) {
      for (const { step, afterMs } of timed(rules, recipient, steps)) {
        this.#later({ ...letter, recipient, step }, sentAfter + afterMs);
      }
    }
  }

  #later(due: Letter & { readonly recipient: string; readonly step: Step }, afterMs: number): void {
    const { clock, rules } = this.#around;
    const { mail, recipient, step } = due;
    this.#after(afterMs, () => {
      const happening = { seed: rules.seed, recipient, at: clock.now(), acceptedAt: mail.at };
      if (step === 'click') return this.#click(due, happening);
      if (step === 'scan') return this.#scan(due, happening);
      return this.#tell(due, recipient, detailOf[step](happening));
    });
  }

  #after(delayMs: number, happen: () => void | Promise<void>): void {
    this.#due += 1;
    this.#around.clock.after(delayMs, () => {
      void Promise.resolve(happen()).finally(() => {
        this.#due -= 1;
      });
    });
  }

  async #click(letter: Letter, happening: Happening): Promise<void> {
    const { seed, recipient } = happening;
    await this.#visit(letter, async () => {
      const link = await chosenLink(letter.stored, seed, 'link', recipient);
      if (link !== undefined) this.#tell(letter, recipient, click(link, happening));
    });
  }

  /** Follows every link at once. */
  async #scan(letter: Letter, happening: Happening): Promise<void> {
    await this.#visit(letter, async () => {
      for (const link of await linksIn(letter.stored))
        this.#tell(letter, happening.recipient, click(link, happening, SCANNING));
    });
  }

  async #visit(letter: Letter, follow: () => Promise<void>): Promise<void> {
    const { log } = this.#around;
    try {
      await follow();
    } catch (error) {
      const reason = error instanceof Error ? error.name : 'unknown';
      log.warn('ses_click_failed', { messageId: letter.mail.messageId, error: reason });
    }
  }

  #tell({ mail, stored }: Letter, recipient: string | undefined, what: EventDetail): void {
    const { destinations, mailbox, clock, region } = this.#around;
    const topics = destinations.topicsFor(mail.configurationSet, what.eventType);
    mailbox.record(stored, what, { at: clock.now(), recipient, note: noteOf(what), topics: topics.length });
    if (topics.length === 0) return;

    const event = { ...what, mail: mailObject(mail, what.eventType, region) };
    for (const topic of topics) this.#publish(topic, event);
  }

  #publish(topic: string, event: Parameters<Publisher['add']>[1]): void {
    const { faults, publisher } = this.#around;
    const { copies, delayMs } = faults.forEvent();
    if (copies > 1) publisher.add(topic, event);
    if (delayMs === 0) publisher.add(topic, event);
    else this.#after(delayMs, () => publisher.add(topic, event));
  }
}
