import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { atOnce } from '@bulkhead/lambda-kit';
import { conditionHeld } from '@bulkhead/lambda-kit/dynamo';
import * as z from 'zod/mini';

import type { Engagement, Engagements } from '../application/engagement/ports.ts';
import { contactKey } from './keys.ts';
import type { Table } from './table.ts';

const attributes = { opened: 'lastOpenedAt', clicked: 'lastClickedAt' } as const;
const KnownItem = z.object({ contactId: z.string(), last: z.optional(z.string()) });

const WRITES_AT_ONCE = 32;

/**
 * Two days beside the words of a contact, written without its revision: so an import and an open never undo or delay each other.
 *
 * It is looked first, at half the price of a read, who needs it: a write costs ten times as much, also if its condition fails. So a contact
 * is written at most once for each day and kind, whatever is told of it.
 */
export class DynamoEngagements implements Engagements {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async note({ date, kind, contactIds }: Engagement): Promise<void> {
    const attribute = attributes[kind];
    const items = await this.#table.get([...new Set(contactIds)].map(contactKey), {
      ProjectionExpression: 'contactId, #last',
      ExpressionAttributeNames: { '#last': attribute },
      ConsistentRead: false,
    });
    const earlier = items
      .map((item) => z.parse(KnownItem, { ...item, last: item[attribute] }))
      .filter(({ last }) => last === undefined || last < date);
    await atOnce(WRITES_AT_ONCE, earlier, ({ contactId }) => this.#write(contactId, attribute, date));
  }

  async #write(contactId: string, attribute: string, date: string): Promise<void> {
    const update = new UpdateCommand({
      TableName: this.#table.name,
      Key: { ...contactKey(contactId) },
      UpdateExpression: 'SET #last = :date',
      ConditionExpression: 'attribute_exists(pk) AND (attribute_not_exists(#last) OR #last < :date)',
      ExpressionAttributeNames: { '#last': attribute },
      ExpressionAttributeValues: { ':date': date },
    });
    // Erased meanwhile, or somebody else has noted this day or a later one.
    await conditionHeld(this.#table.db.send(update));
  }
}
