/** Pages of things in the order of their contact ids. */
export type Sorted<Thing> = AsyncIterable<readonly Thing[]>;

interface Identified {
  readonly contactId: string;
}

/** Fetches the next page while the last is being worked on. */
export async function* ahead<Page>(pages: AsyncIterable<Page>): AsyncGenerator<Page> {
  const source = pages[Symbol.asyncIterator]();
  const fetch = () => {
    const next = source.next();
    // Whoever awaits it hears of the failure; until then nobody does.
    next.catch(() => undefined);
    return next;
  };
  let coming = fetch();
  for (let next = await coming; next.done !== true; next = await coming) {
    coming = fetch();
    yield next.value;
  }
}

/**
 * What a sorted stream says of the ids of a page. Pages must be asked for in their order; nothing is remembered but what
 * the last page of the stream still holds, so a stream may be as long as it likes.
 */
export const following = <Thing extends Identified>(stream: Sorted<Thing>) => {
  const source = stream[Symbol.asyncIterator]();
  let waiting: readonly Thing[] = [];
  let hasEnded = false;

  return async (contactIds: readonly string[]): Promise<ReadonlyMap<string, Thing>> => {
    const wanted = new Set(contactIds);
    const last = contactIds.at(-1) ?? '';
    const found = new Map<string, Thing>();
    while (!hasEnded || waiting.length > 0) {
      const beyond = waiting.findIndex(({ contactId }) => contactId > last);
      for (const thing of beyond < 0 ? waiting : waiting.slice(0, beyond)) {
        if (wanted.has(thing.contactId)) found.set(thing.contactId, thing);
      }
      waiting = beyond < 0 ? [] : waiting.slice(beyond);
      if (waiting.length > 0 || hasEnded) break;
      const next = await source.next();
      if (next.done === true) hasEnded = true;
      else waiting = next.value;
    }
    return found;
  };
};

/** A member of at least one list. */
export interface Member {
  readonly contactId: string;
  readonly lists: readonly string[];
}

interface Feed {
  readonly listId: string;
  readonly source: AsyncIterator<readonly string[]>;
  waiting: readonly string[];
  hasEnded: boolean;
}

/** Members of several lists, everybody once, with the lists they are on in the order of the lists. */
export async function* membersOfAny(
  lists: readonly { readonly listId: string; readonly members: Sorted<string> }[],
): AsyncGenerator<readonly Member[]> {
  const feeds: Feed[] = lists.map(({ listId, members }) => ({
    listId,
    source: members[Symbol.asyncIterator](),
    waiting: [],
    hasEnded: false,
  }));
  for (;;) {
    await Promise.all(feeds.map(refill));
    const open = feeds.filter(({ waiting }) => waiting.length > 0);
    // Nobody behind the shortest page's end may be told yet: another page may bring more of the lists they are on.
    const [upTo] = open.map(({ waiting }) => waiting.at(-1) ?? '').toSorted();
    if (upTo === undefined) return;
    yield takeUpTo(upTo, open);
  }
}

const refill = async (feed: Feed): Promise<void> => {
  while (feed.waiting.length === 0 && !feed.hasEnded) {
    const next = await feed.source.next();
    if (next.done === true) feed.hasEnded = true;
    else feed.waiting = next.value;
  }
};

const takeUpTo = (upTo: string, feeds: readonly Feed[]): readonly Member[] => {
  const found = new Map<string, string[]>();
  for (const feed of feeds) {
    const beyond = feed.waiting.findIndex((contactId) => contactId > upTo);
    const taken = beyond < 0 ? feed.waiting : feed.waiting.slice(0, beyond);
    feed.waiting = beyond < 0 ? [] : feed.waiting.slice(beyond);
    for (const contactId of taken) found.set(contactId, [...(found.get(contactId) ?? []), feed.listId]);
  }
  const members = [...found].map(([contactId, lists]) => ({ contactId, lists }));
  return feeds.length === 1 ? members : members.toSorted((one, other) => (one.contactId < other.contactId ? -1 : 1));
};
