import { type DynamoDBDocumentClient, paginateQuery } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';

import type { OutcomeTimes } from '../application/ports.ts';
import { type OutcomeKind, outcomeKinds } from '../domain/outcome.ts';
import type { CountedCell } from '../domain/time-cells.ts';
import { unpackCells } from './cell-counts.ts';
import { ALL_OUTCOMES, BEHIND_BLOCKS, runPk } from './keys.ts';

const Item = z.object({ sk: z.string(), at: z.optional(z.instanceof(Uint8Array)) });

/** The times that stand beside the bitmaps of a run, read without the bitmaps. */
export class DynamoOutcomeTimes implements OutcomeTimes {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  async of(runId: string): Promise<ReadonlyMap<OutcomeKind, readonly CountedCell[]>> {
    const found = new Map<OutcomeKind, CountedCell[]>(outcomeKinds.map((kind) => [kind, []]));
    const pages = paginateQuery(
      { client: this.#db },
      {
        TableName: this.#table,
        KeyConditionExpression: 'pk = :run AND sk BETWEEN :from AND :to',
        ProjectionExpression: 'sk, #at',
        ExpressionAttributeNames: { '#at': 'at' },
        ExpressionAttributeValues: {
          ':run': runPk(runId),
          ':from': ALL_OUTCOMES,
          ':to': `${ALL_OUTCOMES}${BEHIND_BLOCKS}`,
        },
      },
    );
    for await (const { Items = [] } of pages) {
      for (const item of Items) {
        const { sk, at } = z.parse(Item, item);
        const kind = outcomeKinds.find((known) => known === sk.split('#')[1]);
        if (kind !== undefined) found.get(kind)?.push(...unpackCells(at));
      }
    }
    return found;
  }
}
