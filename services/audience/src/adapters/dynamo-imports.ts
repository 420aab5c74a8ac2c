import { GetCommand, PutCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { conditionHeld } from '@bulkhead/lambda-kit/dynamo';
import * as z from 'zod/mini';

import type { Imports } from '../application/import-ports.ts';
import type { Page, PageRequest } from '../application/ports.ts';
import type { Import } from '../domain/import.ts';
import { toImport } from './import-item.ts';
import { importKey, importsPk } from './keys.ts';
import { cursorAfter, startOf } from './page-cursor.ts';
import type { Table } from './table.ts';

const Pointer = z.object({ sk: z.string() });

export class DynamoImports implements Imports {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async add(request: Import): Promise<void> {
    const item = { ...importKey(request.importId), ...request, revision: 1 };
    const pointers = [request.listId, undefined].map((of) => ({ pk: importsPk(of), sk: request.importId }));
    await this.#table.db.send(
      new TransactWriteCommand({
        TransactItems: [item, ...pointers].map((Item) => ({ Put: { TableName: this.#table.name, Item } })),
      }),
    );
  }

  async find(importId: string): Promise<Import | undefined> {
    const command = new GetCommand({ TableName: this.#table.name, Key: importKey(importId), ConsistentRead: true });
    const { Item } = await this.#table.db.send(command);
    return Item && toImport(Item);
  }

  async save(next: Import): Promise<boolean> {
    const put = new PutCommand({
      TableName: this.#table.name,
      Item: { ...importKey(next.importId), ...next, revision: next.revision + 1 },
      ConditionExpression: 'revision = :read',
      ExpressionAttributeValues: { ':read': next.revision },
    });
    return conditionHeld(this.#table.db.send(put));
  }

  async page(listId: string | undefined, { limit, cursor }: PageRequest): Promise<Page<Import>> {
    const { Items = [], LastEvaluatedKey } = await this.#table.db.send(
      new QueryCommand({
        TableName: this.#table.name,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': importsPk(listId) },
        ScanIndexForward: false,
        Limit: limit,
        ExclusiveStartKey: startOf(importsPk(listId), cursor),
      }),
    );
    const ids = Items.map((item) => z.parse(Pointer, item).sk);
    const found = (await this.#table.get(ids.map(importKey))).map(toImport);
    const items = ids.flatMap((importId) => found.find((one) => one.importId === importId) ?? []);
    return { items, cursor: cursorAfter(LastEvaluatedKey) };
  }
}
