import type { Clock } from '../clock.ts';
import type { Faults } from '../faults.ts';
import type { Log } from '../log.ts';
import { chosenLink } from '../mailbox/links.ts';
import type { StoredMail } from '../mailbox/mail-store.ts';
import type { Mailbox } from '../mailbox/mailbox.ts';
import type { AcceptedMail } from '../message/accepted-mail.ts';
import { makeFate, type Step } from '../rules/fate.ts';
import type { Rules } from '../rules/rules.ts';
import type { Destinations } from './destinations.ts';
import * as detail from './event-detail.ts';
import { mailObject } from './mail-object.ts';
import type { Publisher } from './publisher.ts';
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

  constructor(around: Surroundings) {
    this.#around = around;
    this.#fateOf = makeFate(around.rules);
  }

  /** Lets everything happen to a message that will. */
  post(letter: Letter, isInfected: boolean): void {
    const { rules } = this.#around;
    const { destinations } = letter.mail;
    const fates = destinations.map((recipient) => ({ recipient, steps: this.#fateOf(recipient) }));
    const first = destinations[0] ?? '';

    if (isInfected || fates.some(({ steps }) => steps.includes('reject'))) {
      for (const { afterMs } of timed(rules, first, ['reject'])) this.#later(letter, first, 'reject', afterMs);
      return;
    }
    const sentAfter = sendAfterMs(rules, first);
    this.#around.clock.after(sentAfter, () => this.#tell(letter, undefined, detail.send()));
    for (const { recipient, steps } of fates) {
      for (const { step, afterMs } of timed(rules, recipient, steps)) {
        this.#later(letter, recipient, step, sentAfter + afterMs);
      }
    }
  }

  #later(letter: Letter, recipient: string, step: Step, afterMs: number): void {
    this.#around.clock.after(afterMs, () => {
      if (step === 'click') void this.#click(letter, recipient);
      else this.#tell(letter, recipient, this.#detailOf(letter, recipient, step));
    });
  }

  #detailOf({ mail }: Letter, recipient: string, step: Exclude<Step, 'click'>): EventDetail {
    const happening = { recipient, at: this.#around.clock.now(), acceptedAt: mail.at };
    switch (step) {
      case 'delivery':
        return detail.delivery(happening);
      case 'hard_bounce':
        return detail.bounce('hard', happening);
      case 'soft_bounce':
        return detail.bounce('soft', happening);
      case 'suppressed_bounce':
        return detail.bounce('suppressed', happening);
      case 'delivery_delay':
        return detail.deliveryDelay(happening);
      case 'complaint':
        return detail.complaint(happening);
      case 'open':
        return detail.open(happening);
      case 'reject':
        return detail.reject();
    }
  }

  async #click(letter: Letter, recipient: string): Promise<void> {
    const { rules, clock, log } = this.#around;
    try {
      const link = await chosenLink(letter.stored, rules.seed, 'link', recipient);
      if (link === undefined) return;
      this.#tell(letter, recipient, detail.click(link, { recipient, at: clock.now(), acceptedAt: letter.mail.at }));
    } catch (error) {
      log.warn('ses_click_failed', {
        messageId: letter.mail.messageId,
        error: error instanceof Error ? error.name : 'unknown',
      });
    }
  }

  #tell({ mail, stored }: Letter, recipient: string | undefined, what: EventDetail): void {
    const { destinations, mailbox, clock, region } = this.#around;
    const topics = destinations.topicsFor(mail.configurationSet, what.eventType);
    mailbox.record(stored, what, { at: clock.now(), recipient, note: detail.noteOf(what), topics: topics.length });
    if (topics.length === 0) return;

    const event = { ...what, mail: mailObject(mail, what.eventType, region) };
    for (const topic of topics) this.#publish(topic, event);
  }

  #publish(topic: string, event: Parameters<Publisher['add']>[1]): void {
    const { faults, publisher, clock } = this.#around;
    const { copies, delayMs } = faults.forEvent();
    if (copies > 1) publisher.add(topic, event);
    if (delayMs === 0) publisher.add(topic, event);
    else clock.after(delayMs, () => publisher.add(topic, event));
  }
}
