import type { Arrival } from '../../domain/arrival.ts';
import { everything, ofList, standingOf } from '../../domain/consent.ts';
import type { Excluded } from '../../domain/snapshot.ts';
import type { Consents, Erasures, Members, UnsubscribeTokens } from '../ports.ts';
import type { PartRequest, Recipient, RecipientContacts } from './ports.ts';
import { ahead, following, type Member, membersOfAny } from './sorted-streams.ts';

export interface ShardReaders {
  readonly members: Pick<Members, 'inShard'>;
  readonly consents: Pick<Consents, 'suppressedIn'>;
  readonly contacts: RecipientContacts;
  readonly tokens: Pick<UnsubscribeTokens, 'signer'>;
  readonly erasures: Pick<Erasures, 'tester'>;
}

export interface ShardPage {
  readonly recipients: readonly Recipient[];
  /** Why others of the page are not among them, one entry a person. */
  readonly excluded: readonly (keyof Excluded)[];
}

type ShardRequest = Pick<PartRequest, 'lists' | 'exclude' | 'fields' | 'runId' | 'shard'>;

/** A page of members, each with the list by which it may be mailed. */
interface Mailable {
  readonly listOf: ReadonlyMap<string, string>;
  readonly excluded: readonly (keyof Excluded)[];
}

/**
 * Everybody in a shard who may be mailed, in the order of their ids, page by page. Members, those who have left and those
 * who are left out are sorted alike and read side by side, so nothing of them has to be held.
 */
export async function* readShard(readers: ShardReaders, request: ShardRequest): AsyncGenerator<ShardPage> {
  const { contacts, tokens } = readers;
  const { runId, fields } = request;
  const sign = await tokens.signer();
  const recipientOf = ({ contactId, address, fields: known }: Arrival, listId: string): Recipient => ({
    contactId,
    address,
    token: sign({ contactId, scope: ofList(listId), runId }),
    fields: known,
    ...(listId !== request.lists[0] && { listId }),
  });

  const read = async function* (): AsyncGenerator<{
    readonly page: Mailable;
    readonly known: ReadonlyMap<string, Arrival>;
  }> {
    for await (const page of ahead(mailablesOf(readers, request))) {
      yield { page, known: await contacts.find([...page.listOf.keys()], fields) };
    }
  };
  for await (const { page, known } of ahead(read())) {
    const recipients = [...page.listOf].flatMap(([contactId, listId]) => {
      const contact = known.get(contactId);
      return contact === undefined ? [] : [recipientOf(contact, listId)];
    });
    yield { recipients, excluded: page.excluded };
  }
}

async function* mailablesOf(
  { members, consents, erasures }: ShardReaders,
  { lists, exclude, shard }: ShardRequest,
): AsyncGenerator<Mailable> {
  const isErased = await erasures.tester();
  const leftAll = following(ahead(consents.suppressedIn(everything, shard)));
  const leftLists = lists.map((listId) => ({
    listId,
    left: following(ahead(consents.suppressedIn(ofList(listId), shard))),
  }));
  const others = exclude.map((listId) => following(identified(members.inShard(listId, shard))));
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
  return { listOf, excluded };
};

async function* identified(
  pages: AsyncIterable<readonly string[]>,
): AsyncGenerator<readonly { readonly contactId: string }[]> {
  for await (const page of pages) yield page.map((contactId) => ({ contactId }));
}
