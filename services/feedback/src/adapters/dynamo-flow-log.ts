import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { RetryableError } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { FlowLog } from '../application/ports.ts';
import { type Bounds, type Flow, flowAfter, type Sighting, unknownFlow } from '../domain/flow.ts';
import { attempts, putOver } from './compare-and-set.ts';
import { FLOW_KEY } from './keys.ts';

const Item = z.object({
  beatAtMs: z.number(),
  resumedAtMs: z.number(),
  heldUpAtMs: z.number(),
  /** Missing in what an older version wrote. */
  lastChanceAtMs: z._default(z.number(), 0),
  rev: z.number(),
});

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
    for await (const _ of attempts()) {
      const { rev, ...flow } = await this.#read();
      if (await this.#replace(flowAfter(flow, sighting, this.#bounds), rev)) return;
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

  #replace(flow: Flow, rev: number): Promise<boolean> {
    return putOver(this.#db, this.#table, { ...FLOW_KEY, ...flow, rev });
  }
}
