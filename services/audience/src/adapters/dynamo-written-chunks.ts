import { setTimeout as pause } from 'node:timers/promises';

import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { RetryableError } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { ChunkName, Written, WrittenChunks } from '../application/import-ports.ts';
import { importKey, writtenChunkSk, writtenSk } from './keys.ts';
import type { Table } from './table.ts';

const Sum = z.object({ chunks: z.int(), contacts: z.int(), added: z.int() });
const ROUNDS = 10;
const PAUSE_MS = 50;

/**
 * One item a chunk, and their sum. Both are written together or not at all, so that a message that comes twice is counted
 * once; and nobody has to read ten thousand items to know whether all are there.
 */
export class DynamoWrittenChunks implements WrittenChunks {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async record(chunk: ChunkName, written: Written): Promise<void> {
    for (let round = 1; round <= ROUNDS; round += 1) {
      if ((await this.#record(chunk, written)) === 'recorded') return;
      await pause(Math.random() * PAUSE_MS * round);
    }
    throw new RetryableError({ code: 'table_busy', message: `Others recorded chunks ${ROUNDS} times in a row` });
  }

  async sum(importId: string, attempt: string): Promise<Written & { readonly chunks: number }> {
    const Key = { ...importKey(importId), sk: writtenSk(attempt) };
    const get = new GetCommand({ TableName: this.#table.name, Key, ConsistentRead: true });
    const { Item } = await this.#table.db.send(get);
    return Item === undefined ? { chunks: 0, contacts: 0, added: 0 } : z.parse(Sum, Item);
  }

  async #record({ importId, attempt, chunk }: ChunkName, { contacts, added }: Written) {
    const TableName = this.#table.name;
    const { pk } = importKey(importId);
    const one = { pk, sk: writtenChunkSk(attempt, chunk), contacts, added };
    const sum = {
      Key: { pk, sk: writtenSk(attempt) },
      UpdateExpression: 'ADD chunks :one, contacts :contacts, added :added',
      ExpressionAttributeValues: { ':one': 1, ':contacts': contacts, ':added': added },
    };
    try {
      await this.#table.db.send(
        new TransactWriteCommand({
          TransactItems: [
            { Put: { TableName, Item: one, ConditionExpression: 'attribute_not_exists(pk)' } },
            { Update: { TableName, ...sum } },
          ],
        }),
      );
      return 'recorded';
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const reasons = error.CancellationReasons?.map(({ Code }) => Code) ?? [];
      if (reasons.includes('ConditionalCheckFailed')) return 'recorded';
      if (reasons.includes('TransactionConflict')) return 'disturbed';
      throw error;
    }
  }
}
