/** Pages of things in the order of their contact ids. */
export type Sorted<Thing> = AsyncIterable<readonly Thing[]>;

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

/** A sorted stream of which nothing is held but what its last page still has. */
class Feed<Thing> {
  readonly #source: AsyncIterator<readonly Thing[]>;
  readonly #idOf: (thing: Thing) => string;
  #waiting: readonly Thing[] = [];

  constructor(stream: Sorted<Thing>, idOf: (thing: Thing) => string) {
    this.#source = stream[Symbol.asyncIterator]();
    this.#idOf = idOf;
  }

  /** The last id that is at hand; `undefined` at the end of the stream. */
  async reach(): Promise<string | undefined> {
    while (this.#waiting.length === 0) {
      const next = await this.#source.next();
      if (next.done === true) return undefined;
      this.#waiting = next.value;
    }
    const last = this.#waiting.at(-1);
    return last === undefined ? undefined : this.#idOf(last);
  }

  /** Hands out what is at hand and not beyond an id. */
  takeUpTo(last: string): readonly Thing[] {
    const beyond = this.#waiting.findIndex((thing) => this.#idOf(thing) > last);
    const taken = beyond < 0 ? this.#waiting : this.#waiting.slice(0, beyond);
    this.#waiting = beyond < 0 ? [] : this.#waiting.slice(beyond);
    return taken;
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }
}

/** What a sorted stream says of the ids of a page, however long it is. Pages must be asked for in their order. */
export const following = <Thing extends { readonly contactId: string }>(stream: Sorted<Thing>) => {
  const feed = new Feed(stream, ({ contactId }) => contactId);

  return async (contactIds: readonly string[]): Promise<ReadonlyMap<string, Thing>> => {
    const wanted = new Set(contactIds);
    const last = contactIds.at(-1) ?? '';
    const found = new Map<string, Thing>();
    while ((await feed.reach()) !== undefined) {
      for (const thing of feed.takeUpTo(last)) if (wanted.has(thing.contactId)) found.set(thing.contactId, thing);
      if (!feed.isEmpty) break;
    }
    return found;
  };
};

/** A member of at least one list. */
export interface Member {
  readonly contactId: string;
  readonly lists: readonly string[];
}

/** Members of several lists, everybody once, with the lists they are on in the order of the lists. */
export async function* membersOfAny(
  lists: readonly { readonly listId: string; readonly members: Sorted<string> }[],
): AsyncGenerator<readonly Member[]> {
  const feeds = lists.map(({ listId, members }) => ({ listId, feed: new Feed(members, (id) => id) }));
  for (;;) {
    const ends = await Promise.all(feeds.map(({ feed }) => feed.reach()));
    // Nobody behind the shortest page's end may be told yet: another page may bring more of the lists they are on.
    const [upTo] = ends.filter((end) => end !== undefined).toSorted();
    if (upTo === undefined) return;
    yield together(feeds.map(({ listId, feed }) => ({ listId, ids: feed.takeUpTo(upTo) })));
  }
}

const together = (
  taken: readonly { readonly listId: string; readonly ids: readonly string[] }[],
): readonly Member[] => {
  const found = new Map<string, readonly string[]>();
  for (const { listId, ids } of taken) {
    for (const contactId of ids) found.set(contactId, [...(found.get(contactId) ?? []), listId]);
  }
  const members = [...found].map(([contactId, lists]) => ({ contactId, lists }));
  return members.toSorted((one, other) => (one.contactId < other.contactId ? -1 : 1));
};
