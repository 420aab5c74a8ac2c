import { type DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { conditionHeld } from '@bulkhead/lambda-kit/dynamo';
import * as z from 'zod/mini';

import type { Clock } from '../application/ports.ts';
import type { RunExport, RunExportName, RunExportRequest, RunExports } from '../application/run-export/ports.ts';
import { exportFormats } from '../domain/recipient-lines.ts';
import { exportSk, runPk } from './keys.ts';

/** As long as the bucket keeps the file. */
const KEPT_SECONDS = 7 * 86_400;

const State = z.discriminatedUnion('status', [
  z.object({ status: z.literal('building') }),
  z.object({
    status: z.literal('ready'),
    key: z.string(),
    recipients: z.number(),
    unnamed: z.number(),
    asOf: z.string(),
  }),
  z.object({ status: z.literal('failed'), reason: z.literal('snapshot_gone') }),
]);
const Item = z.object({ format: z.enum(exportFormats), at: z.string(), state: State, ttl: z.number() });

/** Exports as items beside their run, for a week. */
export class DynamoRunExports implements RunExports {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #clock: Clock;

  constructor(db: DynamoDBDocumentClient, table: string, clock: Clock) {
    this.#db = db;
    this.#table = table;
    this.#clock = clock;
  }

  async begin({ runId, exportId, format, at }: RunExportRequest): Promise<void> {
    const ttl = this.#nowSeconds() + KEPT_SECONDS;
    const Item = { ...keyOf({ runId, exportId }), format, at, state: { status: 'building' }, ttl };
    await this.#db.send(new PutCommand({ TableName: this.#table, Item }));
  }

  async find(name: RunExportName): Promise<RunExport | undefined> {
    const { Item: item } = await this.#db.send(
      new GetCommand({ TableName: this.#table, Key: keyOf(name), ConsistentRead: true }),
    );
    if (item === undefined) return undefined;
    const { format, at, state, ttl } = z.parse(Item, item);
    // DynamoDB removes what is over within days.
    if (ttl <= this.#nowSeconds()) return undefined;
    return { runId: name.runId, exportId: name.exportId, format, at, ...state };
  }

  async note(name: RunExportName, state: Parameters<RunExports['note']>[1]): Promise<void> {
    await conditionHeld(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: keyOf(name),
          UpdateExpression: 'SET #state = :state',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: { ':state': state },
        }),
      ),
    );
  }

  #nowSeconds(): number {
    return Math.floor(this.#clock.now().getTime() / 1_000);
  }
}

const keyOf = ({ runId, exportId }: RunExportName) => ({ pk: runPk(runId), sk: exportSk(exportId) });
