import { DeleteCommand, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { encodeCursor, openCursor } from '@bulkhead/lambda-kit';
import { conditionHeld, type Key } from '@bulkhead/lambda-kit/dynamo';
import * as z from 'zod/mini';

import type { PageRequest } from '../application/ports.ts';
import type { Table } from './table.ts';

/** A cursor is outside input: it may choose where to start, never in which partition. */
const Mark = z.object({ sk: z.string().check(z.minLength(1)) });

/** Items with a version: read strongly, written only over the version before. */
export class VersionedItems {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async find(key: Key): Promise<unknown> {
    const { db, name } = this.#table;
    const { Item } = await db.send(new GetCommand({ TableName: name, Key: key, ConsistentRead: true }));
    return Item;
  }

  /** Answers whether the version before was stored, or none and this is the first. */
  async save(key: Key, item: { readonly version: number }): Promise<boolean> {
    const { db, name } = this.#table;
    return conditionHeld(
      db.send(
        new PutCommand({
          TableName: name,
          Item: { ...item, ...key },
          ...(item.version === 1
            ? { ConditionExpression: 'attribute_not_exists(pk)' }
            : { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': item.version - 1 } }),
        }),
      ),
    );
  }

  async remove(key: Key, version: number): Promise<boolean> {
    const { db, name } = this.#table;
    return conditionHeld(
      db.send(
        new DeleteCommand({
          TableName: name,
          Key: key,
          ConditionExpression: 'version = :seen',
          ExpressionAttributeValues: { ':seen': version },
        }),
      ),
    );
  }

  /** A page of a partition, last key first. */
  async list(pk: string, { limit, cursor }: PageRequest) {
    const { db, name } = this.#table;
    const start = openCursor(Mark, cursor);
    const { Items = [], LastEvaluatedKey } = await db.send(
      new QueryCommand({
        TableName: name,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ScanIndexForward: false,
        Limit: limit,
        ...(start && { ExclusiveStartKey: { pk, sk: start.sk } }),
      }),
    );
    const next = LastEvaluatedKey && encodeCursor({ sk: LastEvaluatedKey['sk'] });
    return { items: Items, ...(next !== undefined && { cursor: next }) };
  }
}
