import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Item } from '@bulkhead/lambda-kit/dynamo';
import * as z from 'zod/mini';

import type { ContactEvents, KeptHappenings } from '../application/timeline/ports.ts';
import type { ContactEvent } from '../domain/contact-event.ts';
import { type Happening, type Marked, markOf, newestFirst } from '../domain/timeline.ts';
import { toContactEvent } from './contact-event-item.ts';
import { toConsentEntry } from './dynamo-consent-history.ts';
import { contactKey } from './keys.ts';
import { removeAll } from './remove-all.ts';
import type { Table } from './table.ts';

/** The items that are on the timeline: their keys begin so, then comes when. */
const sources = {
  consent: (item: Item): Happening => {
    const entry = toConsentEntry(item);
    return { kind: 'consent', at: entry.said.at, entry };
  },
  event: toContactEvent,
};
type Source = keyof typeof sources;

const Keyed = z.object({ sk: z.string() });
/** After everything that a key may go on with. */
const LAST = '\u{10ffff}';

export class DynamoTimeline implements KeptHappenings, ContactEvents {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async before(
    contactId: string,
    { limit, mark }: { readonly limit: number; readonly mark?: string | undefined },
  ): Promise<readonly Marked[]> {
    const page = { pk: contactKey(contactId).pk, mark, limit };
    const found = await Promise.all([this.#of('consent', page), this.#of('event', page)]);
    return newestFirst(found.flat()).slice(0, limit);
  }

  async all(contactId: string): Promise<readonly ContactEvent[]> {
    const { pk } = contactKey(contactId);
    const events: ContactEvent[] = [];
    for await (const { items } of this.#table.query({ ...range(pk, 'event', undefined), ScanIndexForward: false })) {
      events.push(...items.map(toContactEvent));
    }
    return events;
  }

  async remove(contactId: string): Promise<void> {
    await removeAll(this.#table, { pk: contactKey(contactId).pk, prefix: 'event#' });
  }

  /** The bound of a key is the mark itself where it is of this source, so one more is asked for. */
  async #of(
    source: Source,
    { pk, mark, limit }: { readonly pk: string; readonly mark: string | undefined; readonly limit: number },
  ): Promise<readonly Marked[]> {
    const { Items = [] } = await this.#table.db.send(
      new QueryCommand({
        TableName: this.#table.name,
        ...range(pk, source, mark),
        ScanIndexForward: false,
        Limit: limit + 1,
      }),
    );
    return Items.map((item) => ({ mark: markIn(source, item), happening: sources[source](item) })).filter(
      (one) => mark === undefined || one.mark < mark,
    );
  }
}

/** The mark of an item has its instant first, its key has its source first. */
const markIn = (source: Source, item: Item): string => {
  const [at = '', ...rest] = z
    .parse(Keyed, item)
    .sk.slice(source.length + 1)
    .split('#');
  return markOf(at, [source, ...rest].join('#'));
};

const range = (pk: string, source: Source, mark: string | undefined) => ({
  KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
  ExpressionAttributeValues: { ':pk': pk, ':first': `${source}#`, ':last': lastKey(source, mark) },
});

/** The greatest key of a source whose mark is not greater. */
const lastKey = (source: Source, mark: string | undefined): string => {
  if (mark === undefined) return `${source}#${LAST}`;
  const [at = '', ...rest] = mark.split('#');
  const [other = '', ...own] = rest;
  if (other === source) return [source, at, ...own].join('#');
  return source < other ? `${source}#${at}#${LAST}` : `${source}#${at}#`;
};
