import type { ConsentEntry } from '../domain/consent-entry.ts';
import type { ConsentHistory, Contacts, Page, PageRequest } from './ports.ts';

interface Needs {
  readonly contacts: Pick<Contacts, 'find'>;
  readonly history: Pick<ConsentHistory, 'page'>;
}

/** `undefined` for somebody of whom nothing is known at all. */
export type ListConsentHistory = (contactId: string, request: PageRequest) => Promise<Page<ConsentEntry> | undefined>;

/** What was ever said about a contact's consent, newest first; also of one who is no contact any more. */
export const makeListConsentHistory =
  ({ contacts, history }: Needs): ListConsentHistory =>
  async (contactId, request) => {
    const [page, known] = await Promise.all([history.page(contactId, request), contacts.find([contactId])]);
    return page.items.length === 0 && !known.has(contactId) ? undefined : page;
  };
