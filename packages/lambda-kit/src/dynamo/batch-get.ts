import { setTimeout } from 'node:timers/promises';

import type { KeysAndAttributes } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

import { atOnce } from '../at-once.ts';
import { RetryableError } from '../errors.ts';

/** What every table of ours is read by. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

export type Item = Readonly<Record<string, unknown>>;

/** In DynamoDB's words. */
export type HowToRead = Pick<KeysAndAttributes, 'ConsistentRead' | 'ProjectionExpression' | 'ExpressionAttributeNames'>;

export interface BatchRead {
  readonly table: string;
  /** No two of them the same. */
  readonly keys: readonly Key[];
  /** Whole items, strongly consistent, if nothing else is said. */
  readonly how?: HowToRead;
  /** Requests for a hundred items each; one after the other if nothing else is said. */
  readonly requestsAtOnce?: number;
  /** Of one request, with pauses of up to five seconds in all between eight of them. */
  readonly tries?: number;
  /** Of the error for keys that stay unread. */
  readonly code?: string;
}

/** What one BatchGetItem takes. */
const MOST_KEYS = 100;
const TRIES = 8;
const FIRST_PAUSE_MS = 40;

/**
 * Reads items by their keys, in no particular order; what does not exist is not in the answer. DynamoDB may leave keys unread, because it is
 * busy or the items are too many for one answer: those are asked for again.
 * @throws RetryableError `items_not_read`, or the code that was given, if some stay unread
 *
 * @example
 * const campaigns = await batchGet(db, { table: 'campaigns', keys: ids.map(campaignKey) });
 */
export const batchGet = async (
  db: DynamoDBDocumentClient,
  { keys, requestsAtOnce = 1, ...read }: BatchRead,
  pause: (ms: number) => Promise<unknown> = setTimeout,
): Promise<readonly Item[]> => {
  const found = await atOnce(requestsAtOnce, inHundreds(keys), (some) => readAll(db, { ...read, keys: some }, pause));
  return found.flat();
};

const inHundreds = (keys: readonly Key[]): readonly (readonly Key[])[] =>
  Array.from({ length: Math.ceil(keys.length / MOST_KEYS) }, (_, n) => keys.slice(n * MOST_KEYS, (n + 1) * MOST_KEYS));

const readAll = async (
  db: DynamoDBDocumentClient,
  { table, keys, how, tries = TRIES, code = 'items_not_read' }: Omit<BatchRead, 'requestsAtOnce'>,
  pause: (ms: number) => Promise<unknown>,
): Promise<readonly Item[]> => {
  const items: Item[] = [];
  let unread: readonly Item[] = keys.map((key) => ({ ...key }));
  for (let round = 0; round < tries; round += 1) {
    if (round > 0) await pause(pauseBefore(round));
    const RequestItems = { [table]: { ConsistentRead: true, ...how, Keys: [...unread] } };
    const { Responses, UnprocessedKeys } = await db.send(new BatchGetCommand({ RequestItems }));
    items.push(...(Responses?.[table] ?? []));
    unread = UnprocessedKeys?.[table]?.Keys ?? [];
    if (unread.length === 0) return items;
  }
  throw new RetryableError({
    code,
    message: `DynamoDB left ${unread.length} of ${keys.length} keys unread, ${tries} times in a row; trying again later may work`,
  });
};

/** Twice as long each time, and never the same for two who were turned away together. */
const pauseBefore = (round: number): number => {
  const most = FIRST_PAUSE_MS * 2 ** (round - 1);
  return most / 2 + (Math.random() * most) / 2;
};
