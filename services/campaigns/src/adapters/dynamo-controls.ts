import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { conditionHeld } from '@bulkhead/lambda-kit/dynamo';

import type { Controls } from '../application/run-ports.ts';
import { type Control, freshControl } from '../domain/control.ts';
import { fromControlItem, toControlItem } from './control-item.ts';
import { controlKey } from './keys.ts';
import type { Table } from './table.ts';

export class DynamoControls implements Controls {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async find(runId: string): Promise<Control> {
    const { db, name } = this.#table;
    const { Item } = await db.send(new GetCommand({ TableName: name, Key: controlKey(runId), ConsistentRead: true }));
    return Item ? fromControlItem(Item) : freshControl;
  }

  save(runId: string, control: Control): Promise<boolean> {
    const { db, name } = this.#table;
    return conditionHeld(
      db.send(
        new PutCommand({
          TableName: name,
          Item: { ...toControlItem(control), ...controlKey(runId) },
          ...(control.revision === 1
            ? { ConditionExpression: 'attribute_not_exists(pk)' }
            : {
                ConditionExpression: 'revision = :before',
                ExpressionAttributeValues: { ':before': control.revision - 1 },
              }),
        }),
      ),
    );
  }
}
