import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';

import type { Lists, Page, PageRequest } from '../application/ports.ts';
import { type Brand, COLOUR } from '../domain/brand.ts';
import type { List } from '../domain/list.ts';
import { listKey } from './keys.ts';
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

  async add({ listId, name, createdAt }: List): Promise<void> {
    const Item = { ...listKey(listId), name, createdAt };
    await this.#table.db.send(new PutCommand({ TableName: this.#table.name, Item }));
  }

  async find(listId: string): Promise<List | undefined> {
    const command = new GetCommand({ TableName: this.#table.name, Key: listKey(listId), ConsistentRead: true });
    const { Item } = await this.#table.db.send(command);
    return Item && toList(Item);
  }

  async page({ limit, cursor }: PageRequest): Promise<Page<List>> {
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
    try {
      await this.#table.db.send(update);
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }
}
