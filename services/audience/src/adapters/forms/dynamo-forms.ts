import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { conditionHeld } from '@bulkhead/lambda-kit/dynamo';
import * as z from 'zod/mini';

import type { Forms } from '../../application/forms/ports.ts';
import type { Page, PageRequest } from '../../application/ports.ts';
import type { Form } from '../../domain/forms/form.ts';
import { formKey } from '../keys.ts';
import { cursorAfter, startOf } from '../page-cursor.ts';
import type { Table } from '../table.ts';

const FormItem = z.object({
  formId: z.string(),
  name: z.string(),
  listId: z.string(),
  origins: z.array(z.string()),
  fields: z.array(z.string()),
  doubleOptIn: z.boolean(),
  language: z.enum(['en', 'ko']),
  sender: z.object({ name: z.optional(z.string()), address: z.string() }),
  texts: z.optional(z.object({ subject: z.optional(z.string()), consent: z.optional(z.string()) })),
  redirectUrl: z.optional(z.string()),
  createdAt: z.string(),
  revision: z.int(),
});

export class DynamoForms implements Forms {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async find(formId: string): Promise<Form | undefined> {
    const command = new GetCommand({ TableName: this.#table.name, Key: { ...formKey(formId) }, ConsistentRead: true });
    const { Item } = await this.#table.db.send(command);
    return Item && z.parse(FormItem, Item);
  }

  async save(next: Form): Promise<boolean> {
    const isNew = next.revision === 0;
    const put = new PutCommand({
      TableName: this.#table.name,
      Item: { ...formKey(next.formId), ...next, revision: next.revision + 1 },
      ConditionExpression: isNew ? 'attribute_not_exists(pk)' : 'revision = :read',
      ...(!isNew && { ExpressionAttributeValues: { ':read': next.revision } }),
    });
    return conditionHeld(this.#table.db.send(put));
  }

  async remove(formId: string): Promise<void> {
    await this.#table.remove(formKey(formId));
  }

  async page({ limit, cursor }: PageRequest): Promise<Page<Form>> {
    const { pk } = formKey('');
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
    return { items: Items.map((item) => z.parse(FormItem, item)), cursor: cursorAfter(LastEvaluatedKey) };
  }
}
