import { everything, ofList } from '../../domain/consent.ts';
import { confirmationMailOf } from '../../domain/forms/confirmation-mail.ts';
import type { Form } from '../../domain/forms/form.ts';
import { mailboxOf, type Submission, withoutKnown } from '../../domain/forms/submission.ts';
import { whatToDo } from '../../domain/forms/subscribing.ts';
import type { List } from '../../domain/list.ts';
import type { Cause, Consents, Contacts, Erasures, Lists } from '../ports.ts';
import type {
  ConfirmationAnnouncements,
  ConfirmationMails,
  ConfirmationTokens,
  Forms,
  Limits,
  Submissions,
} from './ports.ts';
import type { Subscribe } from './subscribe.ts';

interface Needs {
  readonly submissions: Pick<Submissions, 'find'>;
  readonly forms: Pick<Forms, 'find'>;
  readonly lists: Pick<Lists, 'find'>;
  readonly contacts: Pick<Contacts, 'find'>;
  readonly consents: Pick<Consents, 'find'>;
  readonly erasures: Pick<Erasures, 'has'>;
  readonly limits: Pick<Limits, 'ofMailbox'>;
  readonly tokens: Pick<ConfirmationTokens, 'sign'>;
  readonly mails: ConfirmationMails;
  readonly announcements: ConfirmationAnnouncements;
  readonly subscribe: Subscribe;
}

export type Taken = 'asked' | 'subscribed' | 'nothing';
export type TakeSubmission = (confirmationId: string, cause: Cause) => Promise<Taken>;

/** Asks the mailbox of a submission, puts it on the list, or does nothing. Doing it twice is doing it once: the mail has one name. */
export const makeTakeSubmission =
  (needs: Needs): TakeSubmission =>
  async (confirmationId, cause) => {
    const submission = await needs.submissions.find(confirmationId);
    if (submission === undefined) return 'nothing';
    const [form, list] = await Promise.all([needs.forms.find(submission.formId), needs.lists.find(submission.listId)]);
    // Who deletes a form wants nobody to come through it any more.
    if (form === undefined || list === undefined) return 'nothing';

    const decision = whatToDo(form.doubleOptIn, await standingOf(needs, submission));
    if (decision === 'nothing') return 'nothing';
    if (decision === 'confirm') return ask(needs, { submission, form, list }, cause);
    const known = (await needs.contacts.find([submission.contactId])).get(submission.contactId);
    await needs.subscribe(withoutKnown(submission, known?.fields ?? {}), submission.requestedAt, cause);
    return 'subscribed';
  };

const standingOf = async ({ consents, erasures }: Needs, { contactId, listId }: Submission) => {
  const consentIn = async (scope: Parameters<Consents['find']>[0]) =>
    (await consents.find(scope, [contactId])).get(contactId);
  const [all, list, isErased] = await Promise.all([
    consentIn(everything),
    consentIn(ofList(listId)),
    erasures.has(contactId),
  ]);
  return { all, list, isErased };
};

interface Asking {
  readonly submission: Submission;
  readonly form: Form;
  readonly list: List;
}

const ask = async (needs: Needs, { submission, form, list }: Asking, cause: Cause): Promise<Taken> => {
  const { confirmationId, expiresAt, address } = submission;
  if (!(await needs.limits.ofMailbox(mailboxOf(address), confirmationId))) return 'nothing';
  const link = needs.mails.linkOf(await needs.tokens.sign(confirmationId, expiresAt));
  const mail = confirmationMailOf({ form, listName: list.name, submission, link });
  await needs.announcements.confirmationRequested(confirmationId, await needs.mails.write(mail), cause);
  return 'asked';
};
