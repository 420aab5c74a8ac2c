import { type Arrival, type Contact, welcome } from '../domain/contact.ts';
import type { Contacts, Members } from './ports.ts';

interface Needs {
  readonly contacts: Contacts;
  readonly members: Members;
}

interface Upsert {
  readonly arrivals: readonly Arrival[];
  readonly listId: string;
  readonly at: string;
}

export type UpsertContacts = (upsert: Upsert) => Promise<void>;

/**
 * Puts contacts on a list with what is said of them. Consent is not touched: who has left stays away.
 * Contacts come before memberships, so that there is no member whom nobody knows.
 */
export const makeUpsertContacts =
  ({ contacts, members }: Needs): UpsertContacts =>
  async ({ arrivals, listId, at }) => {
    await saveAll(contacts, arrivals, { listId, at });
    await members.add(
      listId,
      arrivals.map(({ contactId }) => contactId),
    );
  };

/** Decides again about those that somebody else wrote in between; each round somebody has come through, so it ends. */
const saveAll = async (
  contacts: Contacts,
  arrivals: readonly Arrival[],
  occasion: Omit<Upsert, 'arrivals'>,
): Promise<void> => {
  if (arrivals.length === 0) return;
  const known = await contacts.find(arrivals.map(({ contactId }) => contactId));
  const changed = arrivals.flatMap((arrival): readonly Contact[] => {
    const next = welcome(known.get(arrival.contactId), arrival, occasion);
    return next === undefined ? [] : [next];
  });
  const lost = new Set(await contacts.save(changed));
  await saveAll(
    contacts,
    arrivals.filter(({ contactId }) => lost.has(contactId)),
    occasion,
  );
};
