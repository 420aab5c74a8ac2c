import { encodeCursor, openCursor } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { DeedLog, DeedPage, DeedPageRequest } from '../application/deed-log.ts';
import type { Deed } from '../domain/deed.ts';

const placeOf = ({ at, requestId }: Deed): string => `${at.toISOString()}#${requestId}`;

/** An audit log that is forgotten with the test. */
export class InMemoryDeedLog implements DeedLog {
  readonly #deeds = new Map<string, Deed>();

  async append(deed: Deed): Promise<void> {
    const place = placeOf(deed);
    if (!this.#deeds.has(place)) this.#deeds.set(place, deed);
  }

  async page({ limit, cursor, from }: DeedPageRequest): Promise<DeedPage> {
    const before = openCursor(z.object({ sk: z.string() }), cursor)?.sk;
    const left = [...this.#deeds]
      .toSorted(([a], [b]) => (a < b ? 1 : -1))
      .filter(([place]) => before === undefined || place < before)
      .filter(([, { at }]) => from === undefined || at >= from);
    const items = left.slice(0, limit);
    const last = items.at(-1)?.[0];
    return {
      items: items.map(([, deed]) => deed),
      cursor: left.length > limit && last !== undefined ? encodeCursor({ sk: last }) : undefined,
    };
  }
}
