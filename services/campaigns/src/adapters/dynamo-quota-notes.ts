import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { conditionHeld } from '@bulkhead/lambda-kit/dynamo';
import * as z from 'zod/mini';

import type { NotedQuota, QuotaNotes } from '../application/shared-account.ts';
import { quotaKey } from './keys.ts';
import type { Table } from './table.ts';

const Noted = z.object({
  quota: z.object({
    perSecond: z.number(),
    max24Hours: z.optional(z.number()),
    left24Hours: z.optional(z.number()),
  }),
  notedAt: z.number(),
});

/** What SES granted last, for everybody who looks at it: one item. */
export class DynamoQuotaNotes implements QuotaNotes {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async read(): Promise<NotedQuota | undefined> {
    const { db, name } = this.#table;
    const { Item } = await db.send(new GetCommand({ TableName: name, Key: quotaKey, ConsistentRead: true }));
    const noted = z.safeParse(Noted, Item);
    // It may have been claimed, and never answered.
    if (!noted.success) return undefined;
    const { perSecond, max24Hours, left24Hours } = noted.data.quota;
    return {
      quota: {
        perSecond,
        ...(max24Hours !== undefined && { max24Hours }),
        ...(left24Hours !== undefined && { left24Hours }),
      },
      at: new Date(noted.data.notedAt),
    };
  }

  claim(now: Date, since: Date): Promise<boolean> {
    const { db, name } = this.#table;
    return conditionHeld(
      db.send(
        new UpdateCommand({
          TableName: name,
          Key: quotaKey,
          UpdateExpression: 'SET claimedAt = :now',
          ConditionExpression: 'attribute_not_exists(claimedAt) OR claimedAt <= :since',
          ExpressionAttributeValues: { ':now': now.getTime(), ':since': since.getTime() },
        }),
      ),
    );
  }

  async note({ quota, at }: NotedQuota): Promise<void> {
    const { db, name } = this.#table;
    await db.send(
      new UpdateCommand({
        TableName: name,
        Key: quotaKey,
        UpdateExpression: 'SET quota = :quota, notedAt = :at',
        ExpressionAttributeValues: { ':quota': quota, ':at': at.getTime() },
      }),
    );
  }
}
