import type { Page, PageRequest } from '../application/ports.ts';
import { isCalled } from '../domain/is-called.ts';
import { cursorAfter } from './page-cursor.ts';

/** How many names are read at once, and how often for one answer. */
const LOOK = 250;
const MOST_LOOKS = 4;

interface Shelf<Thing> {
  readonly read: (request: PageRequest) => Promise<Page<Thing>>;
  readonly idOf: (thing: Thing) => string;
}

interface Wanted extends PageRequest {
  readonly named: string;
}

/** Lists and segments are few and small beside people: their names are compared here, so many at a time as one answer may take. */
export const namedPage = async <Thing extends { readonly name: string }>(
  { read, idOf }: Shelf<Thing>,
  { named, limit, cursor }: Wanted,
): Promise<Page<Thing>> => {
  const found: Thing[] = [];
  let after = cursor;
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const page = await read({ limit: LOOK, cursor: after });
    found.push(...page.items.filter((thing) => isCalled(thing, named)));
    const last = found[limit - 1];
    if (last !== undefined) {
      const isAll = found.length === limit && page.cursor === undefined;
      return { items: found.slice(0, limit), cursor: isAll ? undefined : cursorAfter({ sk: idOf(last) }) };
    }
    after = page.cursor;
    if (after === undefined) break;
  }
  return { items: found, cursor: after };
};
