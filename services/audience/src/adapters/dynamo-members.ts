import * as z from 'zod/mini';

import type { Members } from '../application/ports.ts';
import { SHARDS } from '../domain/shard.ts';
import { atOnce } from './at-once.ts';
import { memberKey, membersPk } from './keys.ts';
import type { Table } from './table.ts';

const MemberItem = z.object({ sk: z.string() });
/** Enough for BatchGets side by side, few enough to hold with their contacts. */
const PAGE = 1_000;
const allShards = Array.from({ length: SHARDS }, (_, shard) => shard);

/** Memberships are keys and nothing else: the cheapest thing to read ten million times. */
export class DynamoMembers implements Members {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async add(listId: string, contactIds: readonly string[]): Promise<void> {
    await this.#table.put(contactIds.map((contactId) => ({ ...memberKey(listId, contactId) })));
  }

  async remove(listId: string, contactId: string): Promise<void> {
    await this.#table.remove(memberKey(listId, contactId));
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
      };
      for await (const { count } of this.#table.query(query)) sum += count;
      return sum;
    });
    return counts.reduce((sum, count) => sum + count, 0);
  }
}
