import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { RetryableError } from '@bulkhead/lambda-kit';

type Item = Readonly<Record<string, unknown>>;

const MOST_KEYS = 100;
const MOST_ROUNDS = 8;

/**
 * Reads items by key, strongly consistent, a hundred at a time. DynamoDB may leave keys unread: those are asked for again.
 * @throws RetryableError `items_not_read` if some stay unread
 */
export const batchGet = async (
  db: DynamoDBDocumentClient,
  table: string,
  keys: readonly Item[],
): Promise<readonly Item[]> => {
  const items: Item[] = [];
  for (let start = 0; start < keys.length; start += MOST_KEYS) {
    items.push(...(await readAll(db, table, keys.slice(start, start + MOST_KEYS))));
  }
  return items;
};

const readAll = async (db: DynamoDBDocumentClient, table: string, keys: readonly Item[]): Promise<readonly Item[]> => {
  const items: Item[] = [];
  let unread: Item[] = [...keys];
  for (let round = 0; unread.length > 0; round += 1) {
    if (round === MOST_ROUNDS) {
      throw new RetryableError({ code: 'items_not_read', message: `DynamoDB left ${unread.length} keys unread` });
    }
    if (round > 0) await new Promise((resolve) => setTimeout(resolve, 20 * 2 ** round));
    const { Responses, UnprocessedKeys } = await db.send(
      new BatchGetCommand({ RequestItems: { [table]: { Keys: unread, ConsistentRead: true } } }),
    );
    items.push(...(Responses?.[table] ?? []));
    unread = UnprocessedKeys?.[table]?.Keys ?? [];
  }
  return items;
};
