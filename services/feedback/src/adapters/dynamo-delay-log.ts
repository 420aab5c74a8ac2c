import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';

import type { DelayLog } from '../application/ports.ts';
import { type Delays, noDelays } from '../domain/delays.ts';
import { DELAYS_SK, runPk } from './keys.ts';

const Item = z.catchall(z.object({ pk: z.string(), sk: z.string() }), z.number());

const nameOf = (n: number): string => `d${n}`;

/** How late the events of a run came, as one item of numbers that only grow. */
export class DynamoDelayLog implements DelayLog {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  async add(runId: string, delays: Delays): Promise<void> {
    const counts = [...delays.entries()].filter(([, count]) => count > 0);
    if (counts.length === 0) return;
    await this.#db.send(
      new UpdateCommand({
        TableName: this.#table,
        Key: { pk: runPk(runId), sk: DELAYS_SK },
        UpdateExpression: `ADD ${counts.map(([n]) => `${nameOf(n)} :${nameOf(n)}`).join(', ')}`,
        ExpressionAttributeValues: Object.fromEntries(counts.map(([n, count]) => [`:${nameOf(n)}`, count])),
      }),
    );
  }

  async of(runId: string): Promise<Delays> {
    const { Item: item } = await this.#db.send(
      new GetCommand({ TableName: this.#table, Key: { pk: runPk(runId), sk: DELAYS_SK } }),
    );
    if (item === undefined) return noDelays;
    const { pk: _pk, sk: _sk, ...counts } = z.parse(Item, item);
    return noDelays.map((_, n) => counts[nameOf(n)] ?? 0);
  }
}
