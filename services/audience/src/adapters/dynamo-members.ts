import { atOnce } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { Members } from '../application/ports.ts';
import { cut } from '../domain/chunks.ts';
import { SHARDS } from '../domain/shard.ts';
import { CountedWrites, WRITES_AT_ONCE } from './counted-writes.ts';
import { memberKey, membersPk } from './keys.ts';
import type { Table } from './table.ts';

const MemberItem = z.object({ sk: z.string() });
/** Enough for BatchGets side by side, few enough to hold with their contacts. */
const PAGE = 1_000;
const TRANSACTIONS_AT_ONCE = 4;
const allShards = Array.from({ length: SHARDS }, (_, shard) => shard);

/**
 * Memberships are keys and nothing else: the cheapest thing to read ten million times. Each comes and goes together with its
 * place in the list's counters.
 */
export class DynamoMembers implements Members {
  readonly #table: Table;
  readonly #counted: CountedWrites;

  constructor(table: Table) {
    this.#table = table;
    this.#counted = new CountedWrites(table);
  }

  /** Reads first who is there, because reading costs a twentieth of trying to write. */
  async add(listId: string, contactIds: readonly string[]): Promise<readonly string[]> {
    const known = await this.among(listId, contactIds);
    const missing = [...new Set(contactIds)].filter((contactId) => !known.has(contactId));
    const added = await atOnce(TRANSACTIONS_AT_ONCE, cut(missing, WRITES_AT_ONCE), (some) =>
      this.#addSome(listId, some),
    );
    return added.flat();
  }

  async among(listId: string, contactIds: readonly string[]): Promise<ReadonlySet<string>> {
    const keys = [...new Set(contactIds)].map((contactId) => memberKey(listId, contactId));
    const there = await this.#table.get(keys, { ProjectionExpression: 'sk', ConsistentRead: false });
    return new Set(there.map((item) => z.parse(MemberItem, item).sk));
  }

  async remove(listId: string, contactId: string): Promise<void> {
    const Delete = {
      TableName: this.#table.name,
      Key: memberKey(listId, contactId),
      ConditionExpression: 'attribute_exists(pk)',
    };
    await this.#counted.write(listId, { members: -1, unsubscribed: 0 }, [{ Delete }]);
  }

  async #addSome(listId: string, contactIds: readonly string[]): Promise<readonly string[]> {
    if (contactIds.length === 0) return [];
    const puts = contactIds.map((contactId) => ({
      Put: {
        TableName: this.#table.name,
        Item: { ...memberKey(listId, contactId) },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    }));
    const refused = await this.#counted.write(listId, { members: puts.length, unsubscribed: 0 }, puts);
    if (refused.size === 0) return contactIds;
    const others = contactIds.filter((_, n) => !refused.has(n));
    return this.#addSome(listId, others);
  }

  async *inShard(listId: string, shard: number, after = ''): AsyncGenerator<readonly string[]> {
    const pages = this.#table.query({
      KeyConditionExpression: after === '' ? 'pk = :pk' : 'pk = :pk AND sk > :after',
      ExpressionAttributeValues: { ':pk': membersPk(listId, shard), ...(after !== '' && { ':after': after }) },
      Limit: PAGE,
      ConsistentRead: true,
    });
    for await (const { items } of pages) yield items.map((item) => z.parse(MemberItem, item).sk);
  }

  async count(listId: string): Promise<number> {
    const counts = await atOnce(SHARDS, allShards, async (shard) => {
      let sum = 0;
      const query = {
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': membersPk(listId, shard) },
        Select: 'COUNT' as const,
        ConsistentRead: true,
      };
      for await (const { count } of this.#table.query(query)) sum += count;
      return sum;
    });
    return counts.reduce((sum, count) => sum + count, 0);
  }
}
