import type { Fields } from '../arrival.ts';
import type { FormLanguage } from './form.ts';

/** What somebody has sent through a form, whoever it was: nobody has shown yet that the mailbox is theirs. */
export interface Submission {
  readonly confirmationId: string;
  readonly formId: string;
  readonly listId: string;
  readonly contactId: string;
  readonly address: string;
  readonly fields: Fields;
  readonly language: FormLanguage;
  /** What was agreed to, as the form said it then. */
  readonly words: string;
  readonly requestedAt: string;
  /** Until then it can be confirmed. */
  readonly expiresAt: string;
  /** When it was; the first time counts. */
  readonly confirmedAt?: string | undefined;
}

/**
 * What a submission may say of somebody while nobody has shown whose mailbox it is: what nothing is known of yet. Otherwise a stranger could
 * write into a contact, and so into the mails that it gets.
 */
export const withoutKnown = (submission: Submission, known: Fields): Submission => ({
  ...submission,
  fields: Object.fromEntries(
    Object.entries(submission.fields).filter(([field]) => !Object.hasOwn(known, field) || known[field] === ''),
  ),
});

const DAY_MS = 86_400_000;
/** People read mail after the holidays, too; a link that is found in an old mailbox should be of no use. */
const DAYS_TO_CONFIRM = 7;

export const confirmableUntil = (requestedAt: Date): string =>
  new Date(requestedAt.getTime() + DAYS_TO_CONFIRM * DAY_MS).toISOString();

/** A mailbox by the one name under which its mail arrives, as far as that is known: what follows a plus, and Gmail's dots, name no other one. */
export const mailboxOf = (address: string): string => {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  const [name = ''] = address.slice(0, at).split('+');
  const isGmail = domain === 'gmail.com' || domain === 'googlemail.com';
  return isGmail ? `${name.replaceAll('.', '')}@gmail.com` : `${name}@${domain}`;
};
