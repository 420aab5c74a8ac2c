import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { conditionHeld } from '@bulkhead/lambda-kit/dynamo';
import * as z from 'zod/mini';

import type { Probes } from '../application/ports.ts';
import type { SeenProbe } from '../domain/readiness.ts';
import { probeKey } from './keys.ts';

/** Longer than anybody waits for an answer that names it. */
const KEPT_SECONDS = 7 * 86_400;

const Item = z.object({ sentAtMs: z.number(), seenAtMs: z.number() });

/** Probes as items of the table. */
export class DynamoProbes implements Probes {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  async noteSeen(probe: string, { sentAt, seenAt }: SeenProbe): Promise<void> {
    const seenAtMs = seenAt.getTime();
    await conditionHeld(
      this.#db.send(
        new PutCommand({
          TableName: this.#table,
          Item: {
            ...probeKey(probe),
            sentAtMs: sentAt.getTime(),
            seenAtMs,
            ttl: Math.floor(seenAtMs / 1_000) + KEPT_SECONDS,
          },
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      ),
    );
  }

  async find(probe: string): Promise<SeenProbe | undefined> {
    const { Item: item } = await this.#db.send(
      new GetCommand({ TableName: this.#table, Key: probeKey(probe), ConsistentRead: true }),
    );
    if (item === undefined) return undefined;

    const { sentAtMs, seenAtMs } = z.parse(Item, item);
    return { sentAt: new Date(sentAtMs), seenAt: new Date(seenAtMs) };
  }
}
