import { DeleteCommand, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { conditionHeld } from '@bulkhead/lambda-kit/dynamo';
import * as z from 'zod/mini';

import type { NamedPageRequest, Page, PageRequest } from '../application/ports.ts';
import type { Segments } from '../application/segments/ports.ts';
import type { Segment } from '../domain/segments/segment.ts';
import { segmentKey } from './keys.ts';
import { namedPage } from './named-page.ts';
import { cursorAfter, startOf } from './page-cursor.ts';
import { readStoredRule } from './read-stored-rule.ts';
import type { Table } from './table.ts';

const SegmentItem = z.object({
  sk: z.string(),
  name: z.string(),
  /** JSON: a rule has numbers and names of all kinds, which a table would have to be taught. */
  rule: z.string(),
  createdAt: z.string(),
  changedAt: z.string(),
  version: z.int(),
});

const toSegment = (item: unknown): Segment => {
  const { sk, rule, ...rest } = z.parse(SegmentItem, item);
  return { segmentId: sk, ...rest, rule: readStoredRule(JSON.parse(rule)) };
};

const toItem = ({ segmentId, rule, ...rest }: Segment) => ({
  ...segmentKey(segmentId),
  ...rest,
  rule: JSON.stringify(rule),
});

export class DynamoSegments implements Segments {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async add(segment: Segment): Promise<void> {
    await this.#table.db.send(new PutCommand({ TableName: this.#table.name, Item: toItem(segment) }));
  }

  async find(segmentId: string): Promise<Segment | undefined> {
    const command = new GetCommand({ TableName: this.#table.name, Key: segmentKey(segmentId), ConsistentRead: true });
    const { Item } = await this.#table.db.send(command);
    return Item && toSegment(Item);
  }

  async save(next: Segment): Promise<boolean> {
    const put = new PutCommand({
      TableName: this.#table.name,
      Item: toItem(next),
      ConditionExpression: 'version = :read',
      ExpressionAttributeValues: { ':read': next.version - 1 },
    });
    return conditionHeld(this.#table.db.send(put));
  }

  async remove(segmentId: string, version: number): Promise<boolean> {
    const remove = new DeleteCommand({
      TableName: this.#table.name,
      Key: segmentKey(segmentId),
      ConditionExpression: 'attribute_not_exists(pk) OR version = :read',
      ExpressionAttributeValues: { ':read': version },
    });
    return conditionHeld(this.#table.db.send(remove));
  }

  async page({ named, ...request }: NamedPageRequest): Promise<Page<Segment>> {
    if (named === undefined) return this.#read(request);
    return namedPage({ read: (part) => this.#read(part), idOf: ({ segmentId }) => segmentId }, { ...request, named });
  }

  async #read({ limit, cursor }: PageRequest): Promise<Page<Segment>> {
    const { pk } = segmentKey('');
    const { Items = [], LastEvaluatedKey } = await this.#table.db.send(
      new QueryCommand({
        TableName: this.#table.name,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ScanIndexForward: false,
        Limit: limit,
        ExclusiveStartKey: startOf(pk, cursor),
      }),
    );
    return { items: Items.map(toSegment), cursor: cursorAfter(LastEvaluatedKey) };
  }
}
