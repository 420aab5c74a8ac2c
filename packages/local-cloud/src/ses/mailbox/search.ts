import { setImmediate as breathe } from 'node:timers/promises';

import { parseMail } from './content.ts';
import type { StoredMail } from './mail-store.ts';
import type { Mailbox } from './mailbox.ts';

export interface Query {
  readonly search: string | undefined;
  readonly to: string | undefined;
  readonly run: string | undefined;
  readonly below: number | undefined;
  readonly limit: number;
}

export interface Page {
  readonly mails: readonly StoredMail[];
  /** Where the next page begins; none at the end. */
  readonly below: number | undefined;
}

const MAX_REMEMBERED = 20_000;
const MAILS_BETWEEN_BREATHS = 50;

const isAsked = (mail: StoredMail, { to, run }: Query): boolean =>
  (run === undefined || mail.tags['run'] === run) &&
  (to === undefined || mail.to.some((address) => address.toLowerCase() === to.toLowerCase()));

/** Looks through a mailbox, newest first, without holding up the mail that comes in meanwhile. */
export class Search {
  readonly #mailbox: Mailbox;
  /** Texts of messages that were searched before: parsing them is what costs. */
  readonly #texts = new Map<string, string>();

  constructor(mailbox: Mailbox) {
    this.#mailbox = mailbox;
  }

  async find(query: Query, signal: AbortSignal): Promise<Page> {
    const mails: StoredMail[] = [];
    for await (const mail of this.#found(query, signal)) {
      if (mails.push(mail) > query.limit) return { mails: mails.slice(0, -1), below: mails.at(-2)?.sequence };
    }
    return { mails, below: undefined };
  }

  async *#found(query: Query, signal: AbortSignal): AsyncGenerator<StoredMail> {
    const wanted = query.search?.trim().toLowerCase() ?? '';
    let looked = 0;
    for (const mail of this.#mailbox.newestFirst(query.below)) {
      looked += 1;
      if (looked % MAILS_BETWEEN_BREATHS === 0) await breathe();
      if (signal.aborted) return;
      if (isAsked(mail, query) && (await this.#isFound(mail, wanted))) yield mail;
    }
  }

  async #isFound(mail: StoredMail, wanted: string): Promise<boolean> {
    const isInFields = [mail.subject, mail.from, ...mail.to].some((field) => field.toLowerCase().includes(wanted));
    return isInFields || (await this.#textOf(mail)).includes(wanted);
  }

  async #textOf(mail: StoredMail): Promise<string> {
    const known = this.#texts.get(mail.id);
    if (known !== undefined) return known;

    const { text, html } = await parseMail(mail);
    const lowered = (text ?? html?.replaceAll(/<[^>]*>/g, ' ') ?? '').toLowerCase();
    this.#remember(mail.id, lowered);
    return lowered;
  }

  #remember(id: string, text: string): void {
    if (this.#texts.size >= MAX_REMEMBERED) {
      for (const oldest of this.#texts.keys()) {
        this.#texts.delete(oldest);
        break;
      }
    }
    this.#texts.set(id, text);
  }
}
