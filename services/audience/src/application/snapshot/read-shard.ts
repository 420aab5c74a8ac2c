import { everything, ofList, standingOf } from '../../domain/consent.ts';
import { isImportId } from '../../domain/import-id.ts';
import { fieldOf, pickFields } from '../../domain/pick-fields.ts';
import type { Excluded } from '../../domain/snapshot.ts';
import type { Consents, Erasures, Members, UnsubscribeTokens } from '../ports.ts';
import type { Selector } from '../segments/selector.ts';
import type { Clocks } from './clocks.ts';
import type { LaterRecipient } from './moments.ts';
import type { KnownContact, PartRequest, Recipient, RecipientContacts } from './ports.ts';
import { ahead, following, type Member, membersOfAny } from './sorted-streams.ts';

export interface SelectedReaders {
  readonly members: Pick<Members, 'inShard' | 'among'>;
  readonly consents: Pick<Consents, 'suppressedIn'>;
  readonly contacts: RecipientContacts;
  readonly erasures: Pick<Erasures, 'tester'>;
}

export interface ShardReaders extends SelectedReaders {
  readonly tokens: Pick<UnsubscribeTokens, 'signer'>;
}

export interface ShardPage<Taken extends Recipient = Recipient> {
  readonly recipients: readonly Taken[];
  /** Why others of the page are not among them, one entry a person. */
  readonly excluded: readonly (keyof Excluded)[];
}

type ShardRequest = Pick<PartRequest, 'lists' | 'exclude' | 'fields' | 'runId' | 'shard'> & {
  readonly selector: Selector;
  /** Of the lists that are left out those that are asked about each member: too long to be read beside the few who are. */
  readonly asked?: ReadonlySet<string>;
};

/** A page of members, each with the list by which it may be mailed. */
interface Mailable {
  readonly listOf: ReadonlyMap<string, string>;
  readonly excluded: readonly (keyof Excluded)[];
  readonly upTo: string;
}

/**
 * Everybody in a shard who may be mailed and whom the selector takes, in the order of their ids, page by page. Members, those
 * who have left and those who are left out are sorted alike and read side by side, so nothing of them has to be held.
 */
export async function* readShard(readers: ShardReaders, request: ShardRequest): AsyncGenerator<ShardPage> {
  const recipientOf = await recipientsFor(readers, request, []);
  for await (const { selected, excluded } of selectedOf(readers, request)) {
    yield { recipients: selected.map(recipientOf), excluded };
  }
}

/** The same where everybody is mailed by the clock where they are. */
export async function* readShardByClock(
  readers: ShardReaders,
  request: ShardRequest,
  { field, departureOf }: Clocks,
): AsyncGenerator<ShardPage<LaterRecipient>> {
  const recipientOf = await recipientsFor(readers, request, [field]);
  const laterOf = (one: Selected): LaterRecipient => ({
    ...recipientOf(one),
    notBefore: departureOf(fieldOf(field, one.contact.fields)),
  });
  const fields = [...request.fields, field];
  for await (const { selected, excluded } of selectedOf(readers, { ...request, fields })) {
    yield { recipients: selected.map(laterOf), excluded };
  }
}

/** Makes recipients of those who are selected; of the fields that were fetched for other ends they show none. */
const recipientsFor = async (
  { tokens }: ShardReaders,
  { runId, fields, lists, selector }: ShardRequest,
  others: readonly string[],
): Promise<(selected: Selected) => Recipient> => {
  const sign = await tokens.signer();
  const isMore = selector.needs.fields.length + others.length > 0;
  const fieldsOf = (contact: KnownContact) => (isMore ? pickFields(fields, contact.fields) : contact.fields);
  return ({ contact, listId }) => ({
    contactId: contact.contactId,
    address: contact.address,
    token: sign({ contactId: contact.contactId, scope: ofList(listId), runId }),
    fields: fieldsOf(contact),
    ...(listId !== lists[0] && { listId }),
    ...importOf(contact.joinedBy?.[listId]),
  });
};

/** Who joined by a form, or by hand, came with no import. */
const importOf = (joinedBy: string | undefined): Pick<Recipient, 'importId'> =>
  joinedBy !== undefined && isImportId(joinedBy) ? { importId: joinedBy } : {};

/** Somebody who is taken, and the list by which. */
export interface Selected {
  readonly contact: KnownContact;
  readonly listId: string;
}

export interface SelectedPage {
  readonly selected: readonly Selected[];
  /** Why others of the page are not among them, one entry a person. */
  readonly excluded: readonly (keyof Excluded)[];
  /** The last id that the page reaches. */
  readonly upTo: string;
}

/** The same without what makes a recipient of somebody. */
export async function* selectedOf(
  readers: SelectedReaders,
  request: Omit<ShardRequest, 'runId'>,
): AsyncGenerator<SelectedPage> {
  const { matches, needs } = request.selector;
  const wanted = { ...needs, fields: [...new Set([...request.fields, ...needs.fields])] };
  const read = async function* () {
    for await (const page of ahead(mailablesOf(readers, request))) {
      yield { page, known: await readers.contacts.find([...page.listOf.keys()], wanted) };
    }
  };
  for await (const { page, known } of ahead(read())) {
    const selected: Selected[] = [];
    const excluded = [...page.excluded];
    for (const [contactId, listId] of page.listOf) {
      const contact = known.get(contactId);
      if (contact === undefined) continue;
      if (matches(contact)) selected.push({ contact, listId });
      else excluded.push('leftOut');
    }
    yield { selected, excluded, upTo: page.upTo };
  }
}

async function* mailablesOf(
  { members, consents, erasures }: SelectedReaders,
  { lists, exclude, shard, asked }: Pick<ShardRequest, 'lists' | 'exclude' | 'shard' | 'asked'>,
): AsyncGenerator<Mailable> {
  const isErased = await erasures.tester();
  const leftAll = following(ahead(consents.suppressedIn(everything, shard)));
  const leftLists = lists.map((listId) => ({
    listId,
    left: following(ahead(consents.suppressedIn(ofList(listId), shard))),
  }));
  const others = exclude.map((listId) =>
    asked?.has(listId) === true
      ? (ids: readonly string[]) => members.among(listId, ids)
      : following(identified(members.inShard(listId, shard))),
  );
  const feeds = lists.map((listId) => ({ listId, members: ahead(members.inShard(listId, shard)) }));

  for await (const page of membersOfAny(feeds)) {
    const ids = page.map(({ contactId }) => contactId);
    const [all, left, out] = await Promise.all([
      leftAll(ids),
      Promise.all(leftLists.map(async (each) => [each.listId, await each.left(ids)] as const)),
      Promise.all(others.map((each) => each(ids))),
    ]);
    const leftBy = new Map(left);
    yield sorted(page, ({ contactId, lists: theirs }) => {
      if (out.some((known) => known.has(contactId))) return { exclusion: 'leftOut' };
      return standingOf(
        theirs.map((listId) => ({ listId, reason: leftBy.get(listId)?.get(contactId)?.reason })),
        isErased(contactId) ? 'manual' : all.get(contactId)?.reason,
      );
    });
  }
}

type Standing = { readonly listId: string } | { readonly exclusion: keyof Excluded };

const sorted = (page: readonly Member[], standing: (member: Member) => Standing): Mailable => {
  const listOf = new Map<string, string>();
  const excluded: (keyof Excluded)[] = [];
  for (const member of page) {
    const found = standing(member);
    if ('listId' in found) listOf.set(member.contactId, found.listId);
    else excluded.push(found.exclusion);
  }
  return { listOf, excluded, upTo: page.at(-1)?.contactId ?? '' };
};

async function* identified(
  pages: AsyncIterable<readonly string[]>,
): AsyncGenerator<readonly { readonly contactId: string }[]> {
  for await (const page of pages) yield page.map((contactId) => ({ contactId }));
}
