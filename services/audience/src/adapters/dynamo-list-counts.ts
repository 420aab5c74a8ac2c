import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { conditionHeld } from '@bulkhead/lambda-kit/dynamo';
import * as z from 'zod/mini';

import type { Counters, ListCount, ListCounts } from '../application/list-counts/ports.ts';
import { CORRECTIONS, correctionsKey, countsPk } from './keys.ts';
import type { Table } from './table.ts';

const count = z._default(z.int(), 0);
const CounterItem = z.object({ sk: z.string(), members: count, unsubscribed: count, changes: count });

/** What a list comes to: the sum of its counters, of which there are some so that writers need not wait for each other. */
export class DynamoListCounts implements ListCounts {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async of(listId: string): Promise<Counters> {
    const pages = this.#table.query({
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': countsPk(listId) },
      ConsistentRead: true,
    });
    const counters: z.infer<typeof CounterItem>[] = [];
    for await (const { items } of pages) counters.push(...items.map((item) => z.parse(CounterItem, item)));
    return {
      members: counters.reduce((sum, { members }) => sum + members, 0),
      unsubscribed: counters.reduce((sum, { unsubscribed }) => sum + unsubscribed, 0),
      mark: counters.map(({ sk, changes }) => `${sk} ${changes}`).join(','),
      corrections: counters.find(({ sk }) => sk === CORRECTIONS)?.changes ?? 0,
    };
  }

  async correct(
    listId: string,
    { members, unsubscribed }: ListCount,
    { corrections }: Pick<Counters, 'corrections'>,
  ): Promise<boolean> {
    const update = new UpdateCommand({
      TableName: this.#table.name,
      Key: correctionsKey(listId),
      UpdateExpression: 'ADD members :members, unsubscribed :unsubscribed, changes :one',
      ConditionExpression: corrections === 0 ? 'attribute_not_exists(pk)' : 'changes = :read',
      ExpressionAttributeValues: {
        ':members': members,
        ':unsubscribed': unsubscribed,
        ':one': 1,
        ...(corrections > 0 && { ':read': corrections }),
      },
    });
    return conditionHeld(this.#table.db.send(update));
  }
}
