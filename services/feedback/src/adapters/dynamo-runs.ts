import { type DynamoDBDocumentClient, GetCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { conditionHeld } from '@bulkhead/lambda-kit/dynamo';
import * as z from 'zod/mini';

import type { RunMark, Runs } from '../application/ports.ts';
import type { Run, RunEnd, RunStart, StartedRun } from '../domain/run.ts';
import { RUN_SK, RUNS_INDEX, RUNS_PK, runPk, runsSk } from './keys.ts';

const instant = () =>
  z.pipe(
    z.string(),
    z.transform((text: string) => new Date(text)),
  );

const Start = z.object({ campaignId: z.string(), campaignName: z.string(), at: instant(), correlationId: z.string() });
const End = z.object({
  campaignId: z.string(),
  outcome: z.enum(['sent', 'cancelled', 'failed']),
  recipients: z.number(),
  accepted: z.number(),
  refused: z.number(),
  suppressed: z.number(),
  left: z.number(),
  unsent: z.number(),
  at: instant(),
});
const Item = z.object({ runId: z.string(), start: z.optional(Start), end: z.optional(End) });

/** Runs as items of the table; their start and their end are written apart, because they may come in any order. */
export class DynamoRuns implements Runs {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** A resumed run starts once more: the first start stays. */
  async noteStart({ runId, at, ...start }: RunStart): Promise<void> {
    const startedAt = at.toISOString();
    await this.#update(runId, {
      UpdateExpression:
        'SET runId = :id, #start = if_not_exists(#start, :start), gsi1pk = :runs, gsi1sk = if_not_exists(gsi1sk, :sort)',
      ExpressionAttributeNames: { '#start': 'start' },
      ExpressionAttributeValues: {
        ':id': runId,
        ':start': { ...start, at: startedAt },
        ':runs': RUNS_PK,
        ':sort': runsSk({ runId, startedAt }),
      },
    });
  }

  async noteEnd({ runId, at, ...end }: RunEnd): Promise<void> {
    const endedAt = at.toISOString();
    // The same end again, or an earlier one that comes late, is not written.
    await conditionHeld(
      this.#update(runId, {
        UpdateExpression: 'SET runId = :id, #end = :end',
        ConditionExpression: 'attribute_not_exists(#end) OR #end.#at < :at',
        ExpressionAttributeNames: { '#end': 'end', '#at': 'at' },
        ExpressionAttributeValues: { ':id': runId, ':end': { ...end, at: endedAt }, ':at': endedAt },
      }),
    );
  }

  async find(runId: string): Promise<Run | undefined> {
    const { Item: item } = await this.#db.send(
      new GetCommand({ TableName: this.#table, Key: { pk: runPk(runId), sk: RUN_SK } }),
    );
    return item === undefined ? undefined : toRun(item);
  }

  async page({ after, limit }: { readonly after?: RunMark | undefined; readonly limit: number }) {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: RUNS_INDEX,
        KeyConditionExpression: 'gsi1pk = :runs',
        ExpressionAttributeValues: { ':runs': RUNS_PK },
        ScanIndexForward: false,
        Limit: limit,
        ...(after && {
          ExclusiveStartKey: { pk: runPk(after.runId), sk: RUN_SK, gsi1pk: RUNS_PK, gsi1sk: runsSk(after) },
        }),
      }),
    );
    return Items.map(toRun).filter(hasStarted);
  }

  async #update(runId: string, update: Omit<UpdateCommand['input'], 'TableName' | 'Key'>): Promise<void> {
    await this.#db.send(
      new UpdateCommand({ TableName: this.#table, Key: { pk: runPk(runId), sk: RUN_SK }, ...update }),
    );
  }
}

const hasStarted = (run: Run): run is StartedRun => run.start !== undefined;

const toRun = (item: unknown): Run => {
  const { runId, start, end } = z.parse(Item, item);
  return { runId, ...(start && { start: { runId, ...start } }), ...(end && { end: { runId, ...end } }) };
};
