import { type Contact, welcome } from '../domain/contact.ts';
import type { PlacedArrival } from '../domain/placed-arrival.ts';
import type { Written } from './import-ports.ts';
import type { Contacts, Members } from './ports.ts';

interface Needs {
  readonly contacts: Contacts;
  readonly members: Members;
}

interface Upsert {
  readonly arrivals: readonly PlacedArrival[];
  readonly listId: string;
  readonly at: string;
  /** The import or the form; missing if somebody adds them by hand. */
  readonly by?: string;
}

export type UpsertContacts = (upsert: Upsert) => Promise<Written>;

/**
 * Puts contacts on a list with what is said of them. Consent is not touched: who has left stays away.
 * Contacts come before memberships, so that there is no member whom nobody knows. Doing it twice is doing it once, also for
 * what is counted: somebody was added by this occasion if no other put them on the list before.
 */
export const makeUpsertContacts =
  ({ contacts, members }: Needs): UpsertContacts =>
  async ({ arrivals, ...occasion }) => {
    const { listId, at } = occasion;
    const saved = await saveAll(contacts, arrivals, occasion);
    const firsts = arrivals.filter(({ isRepeated }) => isRepeated !== true).map(({ contactId }) => contactId);
    await withoutErased({ contacts, members }, listId, await members.add(listId, firsts));
    return { contacts: firsts.length, added: firsts.filter((id) => saved.get(id)?.lists[listId] === at).length };
  };

/** Whoever is erased between the contact and the membership is on no list: nothing else would ever find that they are. */
const withoutErased = async ({ contacts, members }: Needs, listId: string, added: readonly string[]): Promise<void> => {
  if (added.length === 0) return;
  const there = await contacts.find(added);
  for (const contactId of added) if (!there.has(contactId)) await members.remove(listId, contactId);
};

/** Decides again about those that somebody else wrote in between; each round somebody has come through, so it ends. */
const saveAll = async (
  contacts: Contacts,
  arrivals: readonly PlacedArrival[],
  occasion: Omit<Upsert, 'arrivals'>,
): Promise<ReadonlyMap<string, Contact>> => {
  if (arrivals.length === 0) return new Map();
  const known = await contacts.find(arrivals.map(({ contactId }) => contactId));
  const decided = arrivals.map((arrival) => {
    const before = known.get(arrival.contactId);
    return { before, after: welcome(before, arrival, occasion) };
  });
  const lost = new Set(await contacts.save(decided.flatMap(({ after }) => after ?? [])));
  const again = await saveAll(
    contacts,
    arrivals.filter(({ contactId }) => lost.has(contactId)),
    occasion,
  );
  const standing = decided.flatMap(({ before, after }) => after ?? before ?? []);
  return new Map([...standing.map((contact) => [contact.contactId, contact] as const), ...again]);
};
