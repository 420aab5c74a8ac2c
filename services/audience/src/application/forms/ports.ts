import type { ConfirmationMail } from '../../domain/forms/confirmation-mail.ts';
import type { Form } from '../../domain/forms/form.ts';
import type { Submission } from '../../domain/forms/submission.ts';
import type { Cause, Page, PageRequest } from '../ports.ts';

export interface Forms {
  find(formId: string): Promise<Form | undefined>;
  /** Writes a form that is still at the revision it was read at; answers whether it was written. */
  save(next: Form): Promise<boolean>;
  remove(formId: string): Promise<void>;
  /** Newest first. */
  page(request: PageRequest): Promise<Page<Form>>;
}

/** What was sent through forms and is not forgotten yet. */
export interface Submissions {
  add(submission: Submission): Promise<void>;
  find(confirmationId: string): Promise<Submission | undefined>;
  /** Notes the first confirmation, and answers with it however often it is confirmed; `undefined` for one that is forgotten. */
  confirm(confirmationId: string, at: string): Promise<ConfirmedSubmission | undefined>;
  /** Forgets what a contact has sent: the links of its mails lead nowhere any more. */
  removeOf(contactId: string): Promise<void>;
}

export type ConfirmedSubmission = Submission & { readonly confirmedAt: string };

/** Counts what may be done only so often, for a while. Knows addresses of people and machines by keyed hashes. */
export interface Limits {
  /** Counts one more from a place of the internet; answers in how many seconds the next may come, 0 if this one may. */
  ofSource(source: string): Promise<number>;
  /** As `ofSource`. */
  ofForm(formId: string): Promise<number>;
  /** Whether a mailbox may get one more mail today. Asking again for the same confirmation is not another mail. */
  ofMailbox(mailbox: string, confirmationId: string): Promise<boolean>;
}

export interface ConfirmationTokens {
  sign(confirmationId: string, expiresAt: string): Promise<string>;
  /** The id in a token that we signed and that has not expired; `undefined` for any other text. */
  verify(token: string): Promise<string | undefined>;
}

export interface SubscriptionCommands {
  take(confirmationId: string, cause: Cause): Promise<void>;
  confirm(confirmationId: string, at: string, cause: Cause): Promise<void>;
}

export interface ConfirmationMails {
  /** Where a confirmation can be made. */
  linkOf(token: string): string;
  /** Answers with the URI to read it from. Writing it twice is writing it once. */
  write(mail: ConfirmationMail): Promise<string>;
}

export interface ConfirmationAnnouncements {
  confirmationRequested(confirmationId: string, mail: string, cause: Cause): Promise<void>;
}

/** `returned`: they were erased before that, and have come again by themselves. `gone`: they were erased after that. */
export type Return = 'known' | 'returned' | 'gone';

export interface Returns {
  /** Lifts the ban of an erasure for whoever has come again after it. Answers the same however often it is asked. */
  welcome(contactId: string, at: string): Promise<Return>;
}
