import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { atOnce, decodeCursor, encodeCursor } from '@bulkhead/lambda-kit';
import { batchGet, conditionHeld } from '@bulkhead/lambda-kit/dynamo';

import type { ChunkKey, LedgerPages, Ledgers, Written } from '../application/ports.ts';
import type { ChunkState, Ledger } from '../domain/chunk-state.ts';
import { chunkKey, expiryAfterDays, numberIn, RUN_DAYS } from './keys.ts';
import { fromLedgerItem, toLedgerItem } from './ledger-item.ts';

const CREATED_AT_ONCE = 16;
const PAGE = 100;
/** DynamoDB understood these and did nothing; trying again would not help. */
const mistakes = ['ValidationException', 'ResourceNotFoundException', 'AccessDeniedException'];

/** To replace a ledger, `db` has to ask once and give up after a second: the loop around that write belongs to its holder. */
export class DynamoLedgers implements Ledgers, LedgerPages {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #now: () => number;

  constructor(db: DynamoDBDocumentClient, table: string, now: () => number) {
    this.#db = db;
    this.#table = table;
    this.#now = now;
  }

  async read({ runId, chunk }: ChunkKey): Promise<Ledger | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#table, Key: chunkKey(runId, chunk), ConsistentRead: true }),
    );
    return Item && fromLedgerItem(Item);
  }

  async readMany(runId: string, chunks: readonly number[]): Promise<ReadonlyMap<number, Ledger>> {
    const keys = [...new Set(chunks)].map((chunk) => chunkKey(runId, chunk));
    const items = await batchGet(this.#db, { table: this.#table, keys });
    return new Map(items.map((item) => [numberIn(String(item['sk'])), fromLedgerItem(item)]));
  }

  async create(runId: string, chunks: ReadonlyMap<number, ChunkState>): Promise<void> {
    const existing = await this.readMany(runId, [...chunks.keys()]);
    const missing = [...chunks].filter(([chunk]) => !existing.has(chunk));
    const ttl = expiryAfterDays(RUN_DAYS, this.#now());

    await atOnce(CREATED_AT_ONCE, missing, async ([chunk, state]) => {
      await conditionHeld(
        this.#db.send(
          new PutCommand({
            TableName: this.#table,
            Item: { ...chunkKey(runId, chunk), ...toLedgerItem({ ...state, rev: 0, writeId: '-' }), ttl },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        ),
      );
    });
  }

  async replace({ runId, chunk }: ChunkKey, next: Ledger): Promise<Written> {
    const { n: _, etag: __, ...changing } = toLedgerItem(next);
    const names = Object.keys(changing);
    try {
      await this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: chunkKey(runId, chunk),
          UpdateExpression: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')}`,
          ConditionExpression: '#rev = :seen',
          ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
          ExpressionAttributeValues: {
            ...Object.fromEntries(Object.entries(changing).map(([name, value]) => [`:${name}`, value])),
            ':seen': next.rev - 1,
          },
        }),
      );
      return 'written';
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return 'conflict';
      if (error instanceof Error && mistakes.includes(error.name)) throw error;
      return 'lost';
    }
  }

  async page(runId: string, cursor: string | undefined) {
    const startKey = decodeCursor(cursor);
    const { Items = [], LastEvaluatedKey } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: 'pk = :run AND begins_with(sk, :chunk)',
        ExpressionAttributeValues: { ':run': `run#${runId}`, ':chunk': 'chunk#' },
        Limit: PAGE,
        // A cursor is outside input: it may choose where to start, never in which run.
        ...(startKey && { ExclusiveStartKey: { pk: `run#${runId}`, sk: String(startKey['sk']) } }),
      }),
    );
    return {
      chunks: Items.map((item) => ({ chunk: numberIn(String(item['sk'])), ledger: fromLedgerItem(item) })),
      cursor: encodeCursor(LastEvaluatedKey && { sk: String(LastEvaluatedKey['sk']) }),
    };
  }
}
