import { type AddressProblem, normaliseAddress, type ToAsciiDomain } from '../domain/address.ts';
import type { Fields } from '../domain/arrival.ts';
import { type Consent, everything, ofList, type SuppressionReason } from '../domain/consent.ts';
import type { Contact } from '../domain/contact.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import { SHARDS, shardOf } from '../domain/shard.ts';
import { type FieldInvalid, typedFields } from '../domain/typed-fields.ts';
import type { Attributes } from './attributes/ports.ts';
import type { Clock, Consents, Contacts, Erasures, Lists, Members, Page, PageRequest } from './ports.ts';
import { thatFit } from './that-fit.ts';
import type { UpsertContacts } from './upsert-contacts.ts';

interface AddNeeds {
  readonly lists: Lists;
  readonly attributes: Pick<Attributes, 'all'>;
  readonly upsertContacts: UpsertContacts;
  readonly toAscii: ToAsciiDomain;
  readonly contactIdOf: (address: string) => string;
  readonly clock: Clock;
}

interface NewContact {
  readonly listId: string;
  readonly address: string;
  readonly fields: Fields;
}

type AddProblem =
  | FieldInvalid
  | { readonly kind: 'list_not_found' }
  | { readonly kind: 'address_invalid'; readonly problem: AddressProblem };

export type AddContact = (contact: NewContact) => Promise<Result<{ readonly contactId: string }, AddProblem>>;

/** Puts one contact on a list. One that is known is updated; one that has left stays away. */
export const makeAddContact =
  ({ lists, attributes, upsertContacts, toAscii, contactIdOf, clock }: AddNeeds): AddContact =>
  async ({ listId, address, fields }) => {
    const normalised = normaliseAddress(address, toAscii);
    if (!normalised.ok) return refuse({ kind: 'address_invalid', problem: normalised.problem });
    if ((await lists.find(listId)) === undefined) return refuse({ kind: 'list_not_found' });
    const typed = typedFields(await attributes.all(), fields);
    if (!typed.ok) return typed;

    const contactId = contactIdOf(normalised.value);
    const arrivals = [{ contactId, address: normalised.value, fields: typed.value, position: 0 }];
    await upsertContacts({ arrivals, listId, at: clock.now().toISOString() });
    return succeed({ contactId });
  };

interface ReadNeeds {
  readonly contacts: Contacts;
  readonly consents: Consents;
  readonly erasures: Pick<Erasures, 'has' | 'among'>;
}

/** A contact with what it may be mailed. */
export interface ContactCard {
  readonly contact: Contact;
  /** Why the contact gets no mail at all; `undefined` if it does. */
  readonly suppressed: Suppression | undefined;
  readonly lists: readonly {
    readonly listId: string;
    readonly joinedAt: string;
    readonly left: Suppression | undefined;
  }[];
}

export interface Suppression {
  readonly reason: SuppressionReason;
  readonly at: string;
}

export type GetContact = (contactId: string) => Promise<ContactCard | undefined>;

export const makeGetContact =
  ({ contacts, consents, erasures }: ReadNeeds): GetContact =>
  async (contactId) => {
    const contact = (await contacts.find([contactId])).get(contactId);
    if (contact === undefined) return undefined;
    const suppressed = async (scope: Consent['scope']) =>
      suppressionOf((await consents.find(scope, [contactId])).get(contactId));
    const lists = Object.entries(contact.lists).map(async ([listId, joinedAt]) => ({
      listId,
      joinedAt,
      left: await suppressed(ofList(listId)),
    }));
    // Somebody who was erased and has been brought again: nothing more is known of their consent.
    const erased = (await erasures.has(contactId)) ? ({ reason: 'manual', at: contact.saidAt } as const) : undefined;
    return { contact, suppressed: erased ?? (await suppressed(everything)), lists: await Promise.all(lists) };
  };

const suppressionOf = (consent: Consent | undefined): Suppression | undefined =>
  consent?.isSuppressed ? { reason: consent.reason, at: consent.since } : undefined;

/** A member of a list as its page shows it. */
export interface ListedContact {
  readonly contact: Contact;
  readonly isMailable: boolean;
}

export type ListContacts = (listId: string, request: PageRequest) => Promise<Page<ListedContact>>;

/** Reads a list's members in the order of their ids. The cursor is the last id seen. */
export const makeListContacts =
  ({ contacts, consents, erasures, members }: ReadNeeds & { readonly members: Members }): ListContacts =>
  async (listId, { limit, cursor }) => {
    const ids = await firstMembers(members, listId, { limit: limit + 1, cursor });
    const shownIds = ids.slice(0, limit);
    const [erased, known, left, suppressed] = await Promise.all([
      erasures.among(shownIds),
      contacts.find(shownIds),
      consents.find(ofList(listId), shownIds),
      consents.find(everything, shownIds),
    ]);
    const isSuppressed = (contactId: string) =>
      erased.has(contactId) ||
      (left.get(contactId)?.isSuppressed ?? false) ||
      (suppressed.get(contactId)?.isSuppressed ?? false);
    const items = shownIds.flatMap((contactId) => {
      const contact = known.get(contactId);
      return contact === undefined ? [] : [{ contact, isMailable: !isSuppressed(contactId) }];
    });
    const fitting = thatFit(items);
    if (fitting.length < items.length) return { items: fitting, cursor: fitting.at(-1)?.contact.contactId };
    return { items, ...(ids.length > limit && { cursor: shownIds.at(-1) }) };
  };

const firstMembers = async (
  members: Members,
  listId: string,
  { limit, cursor }: PageRequest,
): Promise<readonly string[]> => {
  const found: string[] = [];
  for (let shard = cursor === undefined ? 0 : shardOf(cursor); shard < SHARDS; shard += 1) {
    for await (const ids of members.inShard(listId, shard, cursor)) {
      found.push(...ids);
      if (found.length >= limit) return found.slice(0, limit);
    }
  }
  return found;
};
