import { setTimeout as pause } from 'node:timers/promises';

import type { DynamoDBClient, KeysAndAttributes } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  type BatchGetCommandOutput,
  DeleteCommand,
  DynamoDBDocumentClient,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { RetryableError } from '@bulkhead/lambda-kit';

import { cut } from '../domain/chunks.ts';
import { atOnce } from './at-once.ts';

export interface Key {
  readonly pk: string;
  readonly sk: string;
}
export type Item = Record<string, unknown>;

/** In DynamoDB's words. */
export type HowToRead = Pick<KeysAndAttributes, 'ConsistentRead' | 'ProjectionExpression' | 'ExpressionAttributeNames'>;

/** What one BatchGetItem takes. */
const KEYS_A_CALL = 100;
const CALLS_AT_ONCE = 8;
const ROUNDS = 8;
const FIRST_PAUSE_MS = 20;

/** The one table of the service, with the DynamoDB calls that may answer only a part of what they were asked. */
export class Table {
  readonly db: DynamoDBDocumentClient;
  readonly name: string;

  constructor(db: DynamoDBDocumentClient, name: string) {
    this.db = db;
    this.name = name;
  }

  /** Reads items, consistently if nothing else is said, in no particular order; what does not exist is not in the answer. */
  async get(keys: readonly Key[], how: HowToRead = {}): Promise<readonly Item[]> {
    const found = await atOnce(CALLS_AT_ONCE, cut(keys, KEYS_A_CALL), (some) => this.#getSome(some, how));
    return found.flat();
  }

  async remove(key: Key): Promise<void> {
    await this.db.send(new DeleteCommand({ TableName: this.name, Key: { ...key } }));
  }

  /** All pages of a query, as they come. */
  async *query(query: Omit<QueryCommandInput, 'TableName'>): AsyncGenerator<{ items: readonly Item[]; count: number }> {
    let from: QueryCommandInput['ExclusiveStartKey'];
    do {
      const page = await this.db.send(new QueryCommand({ ...query, TableName: this.name, ExclusiveStartKey: from }));
      yield { items: page.Items ?? [], count: page.Count ?? 0 };
      from = page.LastEvaluatedKey;
    } while (from !== undefined);
  }

  async #getSome(keys: readonly Key[], how: HowToRead, round = 1): Promise<readonly Item[]> {
    const RequestItems = { [this.name]: { ConsistentRead: true, ...how, Keys: [...keys] } };
    const answer = await this.db.send(new BatchGetCommand({ RequestItems }));
    const found: readonly Item[] = answer.Responses?.[this.name] ?? [];
    const left = unprocessedKeys(answer, this.name);
    if (left.length === 0) return found;

    await pauseBefore(round);
    return [...found, ...(await this.#getSome(left, how, round + 1))];
  }
}

/**
 * Opens a table whose items hold names that people choose: the SDK takes an object with a `constructor` of its own for an
 * instance of a class, which it refuses unless told otherwise.
 */
export const openTable = (client: DynamoDBClient, name: string): Table => {
  const marshallOptions = { removeUndefinedValues: true, convertClassInstanceToMap: true };
  return new Table(DynamoDBDocumentClient.from(client, { marshallOptions }), name);
};

const unprocessedKeys = ({ UnprocessedKeys }: BatchGetCommandOutput, table: string): readonly Key[] =>
  (UnprocessedKeys?.[table]?.Keys ?? []).map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }));

const pauseBefore = async (round: number): Promise<void> => {
  if (round >= ROUNDS) {
    throw new RetryableError({
      code: 'table_busy',
      message: `DynamoDB left something undone ${ROUNDS} times in a row`,
    });
  }
  const most = FIRST_PAUSE_MS * 2 ** round;
  await pause(most / 2 + (Math.random() * most) / 2);
};
