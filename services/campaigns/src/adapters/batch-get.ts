import { setTimeout as sleep } from 'node:timers/promises';
import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import { RetryableError } from '@bulkhead/lambda-kit';

import type { Table } from './table.ts';

type Item = Readonly<Record<string, unknown>>;

const MOST_ROUNDS = 6;

/**
 * Reads items by their keys, strongly consistent, a hundred at most. DynamoDB may leave keys unread: those are asked for again.
 * @throws RetryableError `items_not_read` if some stay unread
 */
export const batchGet = async (table: Table, keys: readonly Item[]): Promise<readonly Item[]> => {
  const items: Item[] = [];
  let unread = keys;
  for (let round = 0; round < MOST_ROUNDS && unread.length > 0; round += 1) {
    if (round > 0) await sleep(20 * 2 ** round);
    const { Responses = {}, UnprocessedKeys = {} } = await read(table, unread);
    items.push(...(Responses[table.name] ?? []));
    unread = UnprocessedKeys[table.name]?.Keys ?? [];
  }
  if (unread.length === 0) return items;
  throw new RetryableError({ code: 'items_not_read', message: `DynamoDB left ${unread.length} keys unread` });
};

const read = ({ db, name }: Table, keys: readonly Item[]) =>
  db.send(new BatchGetCommand({ RequestItems: { [name]: { Keys: [...keys], ConsistentRead: true } } }));
