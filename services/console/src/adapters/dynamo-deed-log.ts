import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { encodeCursor, openCursor } from '@bulkhead/lambda-kit';
import { conditionHeld } from '@bulkhead/lambda-kit/dynamo';
import * as z from 'zod/mini';

import type { DeedLog, DeedPage, DeedPageRequest } from '../application/deed-log.ts';
import type { Deed } from '../domain/deed.ts';

/** All deeds are one list: people make few of them, and a thousand a second would still fit. */
const PK = 'deeds';

const Item = z.object({
  at: z.iso.datetime(),
  service: z.string(),
  operation: z.string(),
  subject: z.record(z.string(), z.string()),
  person: z.object({ sub: z.string(), name: z.optional(z.string()), role: z.optional(z.string()) }),
  status: z.number(),
  requestId: z.string(),
});
const Mark = z.object({ sk: z.string().check(z.maxLength(300)) });

/** One item a deed, by its time and then its request, which is the same however often we hear of it. */
export class DynamoDeedLog implements DeedLog {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  async append({ at, ...deed }: Deed): Promise<void> {
    const kept = { pk: PK, sk: `${at.toISOString()}#${deed.requestId}`, at: at.toISOString(), ...deed };
    await conditionHeld(
      this.#db.send(
        new PutCommand({ TableName: this.#table, Item: kept, ConditionExpression: 'attribute_not_exists(pk)' }),
      ),
    );
  }

  async page({ limit, cursor, from }: DeedPageRequest): Promise<DeedPage> {
    const mark = openCursor(Mark, cursor);
    const { Items = [], LastEvaluatedKey } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: from === undefined ? 'pk = :pk' : 'pk = :pk AND sk >= :from',
        ExpressionAttributeValues: { ':pk': PK, ...(from !== undefined && { ':from': from.toISOString() }) },
        ScanIndexForward: false,
        Limit: limit,
        ExclusiveStartKey: mark && { pk: PK, sk: mark.sk },
      }),
    );
    const sk: unknown = LastEvaluatedKey?.['sk'];
    return { items: Items.map(toDeed), cursor: typeof sk === 'string' ? encodeCursor({ sk }) : undefined };
  }
}

const toDeed = (item: unknown): Deed => {
  const { at, person, ...deed } = z.parse(Item, item);
  const { sub, name, role } = person;
  const who = { sub, ...(name !== undefined && { name }), ...(role !== undefined && { role }) };
  return { ...deed, at: new Date(at), person: who };
};
