import type {
  ConfirmationAnnouncements,
  ConfirmationMails,
  ConfirmationTokens,
  ConfirmedSubmission,
  Forms,
  Limits,
  Return,
  Returns,
  Submissions,
  SubscriptionCommands,
} from '../application/forms/ports.ts';
import type { Page } from '../application/ports.ts';
import type { ConfirmationMail } from '../domain/forms/confirmation-mail.ts';
import type { Form } from '../domain/forms/form.ts';
import type { Submission } from '../domain/forms/submission.ts';
import { InMemoryErasures } from './in-memory-people.ts';

export const formOf = (said: Partial<Form> = {}): Form => ({
  formId: 'frm_1',
  name: 'Footer',
  listId: 'lst_1',
  origins: ['https://www.example.com'],
  fields: ['name'],
  doubleOptIn: true,
  language: 'en',
  sender: { name: 'Letters', address: 'letters@news.example.com' },
  createdAt: '2026-11-01T10:00:00.000Z',
  revision: 1,
  ...said,
});

export class InMemoryForms implements Forms {
  readonly all = new Map<string, Form>();

  constructor(...forms: readonly Form[]) {
    for (const form of forms) this.all.set(form.formId, form);
  }

  async find(formId: string): Promise<Form | undefined> {
    return this.all.get(formId);
  }

  async save(next: Form): Promise<boolean> {
    if ((this.all.get(next.formId)?.revision ?? 0) !== next.revision) return false;
    this.all.set(next.formId, { ...next, revision: next.revision + 1 });
    return true;
  }

  async remove(formId: string): Promise<void> {
    this.all.delete(formId);
  }

  async page(): Promise<Page<Form>> {
    return { items: [...this.all.values()] };
  }
}

export class InMemorySubmissions implements Submissions {
  readonly all = new Map<string, Submission>();

  async add(submission: Submission): Promise<void> {
    this.all.set(submission.confirmationId, submission);
  }

  async find(confirmationId: string): Promise<Submission | undefined> {
    return this.all.get(confirmationId);
  }

  async confirm(confirmationId: string, at: string): Promise<ConfirmedSubmission | undefined> {
    const found = this.all.get(confirmationId);
    if (found === undefined) return undefined;
    const confirmed = { ...found, confirmedAt: found.confirmedAt ?? at };
    this.all.set(confirmationId, confirmed);
    return confirmed;
  }

  async removeOf(contactId: string): Promise<void> {
    for (const each of this.all.values()) if (each.contactId === contactId) this.all.delete(each.confirmationId);
  }
}

type Counted = 'source' | 'form' | 'mailbox';

/** Lets so many pass from a source, through a form, to a mailbox; as many as come if nothing is said. */
export class CountingLimits implements Limits {
  readonly #most: Partial<Readonly<Record<Counted, number>>>;
  readonly #counts = new Map<string, Set<string>>();

  constructor(most: Partial<Readonly<Record<Counted, number>>> = {}) {
    this.#most = most;
  }

  async ofSource(source: string): Promise<number> {
    return this.#isWithin('source', source) ? 0 : 60;
  }

  async ofForm(formId: string): Promise<number> {
    return this.#isWithin('form', formId) ? 0 : 60;
  }

  async ofMailbox(mailbox: string, confirmationId: string): Promise<boolean> {
    return this.#isWithin('mailbox', mailbox, confirmationId);
  }

  #isWithin(kind: Counted, name: string, id?: string): boolean {
    const whom = `${kind} ${name}`;
    const known = this.#counts.get(whom) ?? new Set();
    this.#counts.set(whom, known);
    const one = id ?? String(known.size);
    if (!known.has(one) && known.size >= (this.#most[kind] ?? Number.POSITIVE_INFINITY)) return false;
    known.add(one);
    return true;
  }
}

/** Tokens that anybody could forge. */
export const plainConfirmationTokens: ConfirmationTokens = {
  sign: async (confirmationId) => `token-${confirmationId}`,
  verify: async (token) => (token.startsWith('token-') ? token.slice('token-'.length) : undefined),
};

export class RecordingSubscriptionCommands implements SubscriptionCommands {
  readonly taken: string[] = [];
  readonly confirmed: string[] = [];

  async take(confirmationId: string): Promise<void> {
    this.taken.push(confirmationId);
  }

  async confirm(confirmationId: string): Promise<void> {
    this.confirmed.push(confirmationId);
  }
}

/** Keeps mails, and those of them that dispatch was told of. */
export class InMemoryConfirmationMails implements ConfirmationMails, ConfirmationAnnouncements {
  readonly #written = new Map<string, ConfirmationMail>();
  readonly announced: ConfirmationMail[] = [];

  linkOf(token: string): string {
    return `https://api.example.com/confirmations/${token}`;
  }

  async write(mail: ConfirmationMail): Promise<string> {
    this.#written.set(mail.confirmationId, mail);
    return `s3://bucket/${mail.confirmationId}`;
  }

  async confirmationRequested(confirmationId: string): Promise<void> {
    const mail = this.#written.get(confirmationId);
    if (mail !== undefined) this.announced.push(mail);
  }
}

/** Erasures that know when somebody was erased, and who has come back. */
export class ReturnableErasures extends InMemoryErasures implements Returns {
  readonly #erasedAt = new Map<string, string>();
  readonly #returnedAt = new Map<string, string>();

  override async add(contactId: string, at = ''): Promise<boolean> {
    if ((this.#returnedAt.get(contactId) ?? '') >= at) return false;
    this.#erasedAt.set(contactId, at);
    return super.add(contactId);
  }

  async welcome(contactId: string, at: string): Promise<Return> {
    const erasedAt = this.#erasedAt.get(contactId);
    if (erasedAt === undefined) return 'known';
    if (erasedAt >= at) return 'gone';
    this.all.delete(contactId);
    this.#returnedAt.set(contactId, at);
    return 'returned';
  }
}
