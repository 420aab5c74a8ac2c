import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';

import type { ChunkName, WrittenChunks } from '../application/ports.ts';
import { importKey, writtenChunkPrefix, writtenChunkSk } from './keys.ts';
import type { Table } from './table.ts';

const WrittenChunk = z.object({ contacts: z.int() });

/** One item a chunk instead of a counter: a message that comes twice writes the same item twice. */
export class DynamoWrittenChunks implements WrittenChunks {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async record({ importId, attempt, chunk }: ChunkName, contacts: number): Promise<void> {
    const Item = { ...importKey(importId), sk: writtenChunkSk(attempt, chunk), contacts };
    await this.#table.db.send(new PutCommand({ TableName: this.#table.name, Item }));
  }

  async sum(importId: string, attempt: string): Promise<{ readonly chunks: number; readonly contacts: number }> {
    const pages = this.#table.query({
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': importKey(importId).pk, ':prefix': writtenChunkPrefix(attempt) },
      ConsistentRead: true,
    });
    const found: number[] = [];
    for await (const { items } of pages) found.push(...items.map((item) => z.parse(WrittenChunk, item).contacts));
    return { chunks: found.length, contacts: found.reduce((sum, contacts) => sum + contacts, 0) };
  }
}
