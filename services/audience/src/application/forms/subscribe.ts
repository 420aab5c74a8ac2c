import { type Consent, everything, ofList, type Said } from '../../domain/consent.ts';
import type { Evidence } from '../../domain/consent-entry.ts';
import type { Submission } from '../../domain/forms/submission.ts';
import { wordsOfReturn } from '../../domain/forms/subscribing.ts';
import type { ChangeConsent } from '../change-consent.ts';
import type { Cause, Consents, Contacts } from '../ports.ts';
import type { UpsertContacts } from '../upsert-contacts.ts';
import type { Returns } from './ports.ts';

interface Needs {
  readonly contacts: Pick<Contacts, 'find'>;
  readonly consents: Pick<Consents, 'find'>;
  readonly returns: Returns;
  readonly upsertContacts: UpsertContacts;
  readonly changeConsent: ChangeConsent;
}

/** Puts somebody on the list of a submission as of an instant, with all that follows from it for their consent. */
export type Subscribe = (submission: Submission, at: string, cause: Cause) => Promise<void>;

/** Doing it again changes nothing, not even for somebody who has left or was erased since. */
export const makeSubscribe =
  (needs: Needs): Subscribe =>
  async (submission, at, cause) => {
    const { contactId, address, fields, listId } = submission;
    const coming = await needs.returns.welcome(contactId, at);
    if (coming === 'gone') return;

    const { formId, words, requestedAt } = submission;
    await needs.upsertContacts({ arrivals: [{ contactId, address, fields, position: 0 }], listId, at, by: formId });
    const evidence: Evidence = { by: 'contact', how: 'form', formId, words, requestedAt };
    for (const said of await wordsFor(needs, { submission, at, isReturned: coming === 'returned' }))
      await needs.changeConsent({ said, evidence }, cause);
  };

interface Coming {
  readonly submission: Submission;
  readonly at: string;
  readonly isReturned: boolean;
}

const wordsFor = async (needs: Needs, { submission, at, isReturned }: Coming): Promise<readonly Said[]> => {
  const { contactId, listId } = submission;
  const consentIn = async (scope: Said['scope']): Promise<Consent | undefined> =>
    (await needs.consents.find(scope, [contactId])).get(contactId);
  const all = await consentIn(everything);
  const joined = (await needs.contacts.find([contactId])).get(contactId)?.lists ?? {};
  const others: string[] = [];
  for (const other of Object.keys(joined)) {
    const consent = await consentIn(ofList(other));
    if (consent === undefined || !consent.isSuppressed) others.push(other);
  }
  return wordsOfReturn({ contactId, listId, at, all, isReturned, others });
};
