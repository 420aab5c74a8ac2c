import type { ToAsciiDomain } from '../../domain/address.ts';
import { normalisePrefix, type PrefixProblem } from '../../domain/address-prefix.ts';
import type { Contact } from '../../domain/contact.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import type { Contacts, Page, PageRequest } from '../ports.ts';
import { thatFit } from '../that-fit.ts';
import type { AddressIndex } from './ports.ts';

interface Needs {
  readonly index: AddressIndex;
  readonly contacts: Pick<Contacts, 'find'>;
  readonly toAscii: ToAsciiDomain;
}

export type SearchProblem = PrefixProblem | 'cursor_of_another_search';

/** The cursor is the last address seen. */
export type SearchContacts = (prefix: string, request: PageRequest) => Promise<Result<Page<Contact>, SearchProblem>>;

/** Finds contacts by how their address begins. Who is gone, though the index has not heard of it yet, is not shown. */
export const makeSearchContacts =
  ({ index, contacts, toAscii }: Needs): SearchContacts =>
  async (text, { limit, cursor }) => {
    const prefix = normalisePrefix(text, toAscii);
    if (!prefix.ok) return refuse(prefix.problem);
    if (cursor?.startsWith(prefix.value) === false) return refuse('cursor_of_another_search');

    const found = await index.find(prefix.value, { limit: limit + 1, after: cursor });
    const shown = found.slice(0, limit);
    const known = await contacts.find(shown.map(({ contactId }) => contactId));
    const items = shown.flatMap(({ contactId, address }) => {
      const contact = known.get(contactId);
      return contact === undefined ? [] : [{ contact, address }];
    });
    const fitting = thatFit(items);
    const hasMore = found.length > limit || fitting.length < items.length;
    const last = fitting.length < items.length ? fitting.at(-1) : shown.at(-1);
    return succeed({ items: fitting.map(({ contact }) => contact), ...(hasMore && { cursor: last?.address }) });
  };
