import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { conditionHeld } from '@bulkhead/lambda-kit/dynamo';
import * as z from 'zod/mini';

import type { RememberedColumns } from '../application/columns/ports.ts';
import type { ColumnMapping } from '../domain/columns.ts';
import { ColumnsItem } from './import-item.ts';
import { columnsKey } from './keys.ts';
import type { Table } from './table.ts';

const RememberedItem = z.object({ columns: ColumnsItem });

export class DynamoRememberedColumns implements RememberedColumns {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async find(listId: string): Promise<ColumnMapping | undefined> {
    const command = new GetCommand({ TableName: this.#table.name, Key: columnsKey(listId), ConsistentRead: true });
    const { Item } = await this.#table.db.send(command);
    return Item && z.parse(RememberedItem, Item).columns;
  }

  async remember(listId: string, columns: ColumnMapping, at: string): Promise<void> {
    const put = new PutCommand({
      TableName: this.#table.name,
      Item: { ...columnsKey(listId), columns, saidAt: at },
      ConditionExpression: 'attribute_not_exists(pk) OR saidAt <= :at',
      ExpressionAttributeValues: { ':at': at },
    });
    await conditionHeld(this.#table.db.send(put));
  }
}
