import { DeleteCommand, type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { conditionHeld } from '@bulkhead/lambda-kit/dynamo';
import * as z from 'zod/mini';

import type { Probes } from '../application/ports.ts';
import type { Probe } from '../domain/probe.ts';
import { expiryAfterDays, probeKey } from './keys.ts';

const PROBE_DAYS = 2;

const Item = z.object({ probe: z.string(), probeAt: z.number() });

/** The probes of all runs, one per slot of time. */
export class DynamoProbes implements Probes {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #now: () => number;

  constructor(db: DynamoDBDocumentClient, table: string, now: () => number) {
    this.#db = db;
    this.#table = table;
    this.#now = now;
  }

  async find(slot: number): Promise<Probe | undefined> {
    const { Item: item } = await this.#db.send(
      new GetCommand({ TableName: this.#table, Key: probeKey(slot), ConsistentRead: true }),
    );
    return item && z.parse(Item, item);
  }

  async claim(slot: number, probe: Probe): Promise<boolean> {
    const isNew = await conditionHeld(
      this.#db.send(
        new PutCommand({
          TableName: this.#table,
          Item: { ...probeKey(slot), ...probe, ttl: expiryAfterDays(PROBE_DAYS, this.#now()) },
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      ),
    );
    // The client repeats a request whose answer was lost, and would find its own note there.
    return isNew || (await this.find(slot))?.probe === probe.probe;
  }

  async release(slot: number): Promise<void> {
    await this.#db.send(new DeleteCommand({ TableName: this.#table, Key: probeKey(slot) }));
  }
}
