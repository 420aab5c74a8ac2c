import { GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { conditionHeld } from '@bulkhead/lambda-kit/dynamo';
import * as z from 'zod/mini';

import type { Lists, NamedPageRequest, Page, PageRequest } from '../application/ports.ts';
import { type Brand, COLOUR } from '../domain/brand.ts';
import type { List } from '../domain/list.ts';
import { listKey } from './keys.ts';
import { namedPage } from './named-page.ts';
import { cursorAfter, startOf } from './page-cursor.ts';
import type { Table } from './table.ts';

const ListItem = z.object({
  sk: z.string(),
  name: z.string(),
  createdAt: z.string(),
  brand: z.optional(z.object({ name: z.string(), colour: z.optional(z.string().check(z.regex(COLOUR))) })),
});

const toList = (item: unknown): List => {
  const { sk, name, createdAt, brand } = z.parse(ListItem, item);
  return { listId: sk, name, createdAt, ...(brand && { brand }) };
};

export class DynamoLists implements Lists {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  /** Two at once may both find room for the last one: the bound has some to spare. */
  async add({ listId, name, createdAt }: List, atMost: number): Promise<boolean> {
    if ((await this.#count()) >= atMost) return false;
    const Item = { ...listKey(listId), name, createdAt };
    await this.#table.db.send(new PutCommand({ TableName: this.#table.name, Item }));
    return true;
  }

  async find(listId: string): Promise<List | undefined> {
    const command = new GetCommand({ TableName: this.#table.name, Key: listKey(listId), ConsistentRead: true });
    const { Item } = await this.#table.db.send(command);
    return Item && toList(Item);
  }

  async page({ named, ...request }: NamedPageRequest): Promise<Page<List>> {
    if (named === undefined) return this.#read(request);
    return namedPage({ read: (part) => this.#read(part), idOf: ({ listId }) => listId }, { ...request, named });
  }

  async #count(): Promise<number> {
    const KeyConditionExpression = 'pk = :pk';
    const ExpressionAttributeValues = { ':pk': listKey('').pk };
    const pages = this.#table.query({ KeyConditionExpression, ExpressionAttributeValues, Select: 'COUNT' });
    let lists = 0;
    for await (const { count } of pages) lists += count;
    return lists;
  }

  async #read({ limit, cursor }: PageRequest): Promise<Page<List>> {
    const { Items = [], LastEvaluatedKey } = await this.#table.db.send(
      new QueryCommand({
        TableName: this.#table.name,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': listKey('').pk },
        ScanIndexForward: false,
        Limit: limit,
        ExclusiveStartKey: startOf(listKey('').pk, cursor),
      }),
    );
    return { items: Items.map(toList), cursor: cursorAfter(LastEvaluatedKey) };
  }

  async setBrand(listId: string, brand: Brand | undefined): Promise<boolean> {
    const update = new UpdateCommand({
      TableName: this.#table.name,
      Key: listKey(listId),
      UpdateExpression: brand ? 'SET brand = :brand' : 'REMOVE brand',
      ConditionExpression: 'attribute_exists(pk)',
      ...(brand && { ExpressionAttributeValues: { ':brand': brand } }),
    });
    return conditionHeld(this.#table.db.send(update));
  }
}
