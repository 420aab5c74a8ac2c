import { setTimeout } from 'node:timers/promises';

import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { RetryableError } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { FlowLog } from '../application/ports.ts';
import { type Bounds, type Flow, flowAfter, type Sighting, unknownFlow } from '../domain/flow.ts';
import { FLOW_KEY } from './keys.ts';

const Item = z.object({
  beatAtMs: z.number(),
  resumedAtMs: z.number(),
  heldUpAtMs: z.number(),
  /** Missing in what an older version wrote. */
  lastChanceAtMs: z._default(z.number(), 0),
  rev: z.number(),
});

/** Writers are the few concurrent invocations of one function; more losses than this mean trouble. */
const ATTEMPTS = 8;
const LONGEST_PAUSE_MS = 100;

/** The flow of events as one item, written with compare-and-set: no sighting writes over another. */
export class DynamoFlowLog implements FlowLog {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #bounds: Bounds;

  constructor(db: DynamoDBDocumentClient, table: string, bounds: Bounds) {
    this.#db = db;
    this.#table = table;
    this.#bounds = bounds;
  }

  async note(sighting: Sighting): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const { rev, ...flow } = await this.#read();
      if (await this.#replace(flowAfter(flow, sighting, this.#bounds), rev)) return;
      await setTimeout(Math.random() * Math.min(LONGEST_PAUSE_MS, 5 * 2 ** attempt));
    }
    throw new RetryableError({
      code: 'flow_contended',
      message: 'Others kept writing how events come in; the messages come again',
    });
  }

  async read(): Promise<Flow> {
    const { rev: _, ...flow } = await this.#read();
    return flow;
  }

  async #read(): Promise<Flow & { readonly rev: number }> {
    const { Item: item } = await this.#db.send(
      new GetCommand({ TableName: this.#table, Key: FLOW_KEY, ConsistentRead: true }),
    );
    return item === undefined ? { ...unknownFlow, rev: 0 } : z.parse(Item, item);
  }

  async #replace(flow: Flow, rev: number): Promise<boolean> {
    try {
      await this.#db.send(
        new PutCommand({
          TableName: this.#table,
          Item: { ...FLOW_KEY, ...flow, rev: rev + 1 },
          ...(rev === 0
            ? { ConditionExpression: 'attribute_not_exists(pk)' }
            : { ConditionExpression: 'rev = :read', ExpressionAttributeValues: { ':read': rev } }),
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }
}
