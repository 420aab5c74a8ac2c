import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { conditionHeld } from '@bulkhead/lambda-kit/dynamo';
import * as z from 'zod/mini';

import type { BrownOuts, Controls, Runs } from '../application/ports.ts';
import type { Run } from '../domain/run.ts';
import { type RunControl, type Standing, standingFor } from '../domain/run-control.ts';
import { brownOutKey, controlKey, expiryAfterDays, runKey } from './keys.ts';

/** Items from before attempts had numbers are of the first. */
const firstAttempt = z._default(z.number(), 1);
const EARLIER = 'attribute_not_exists(pk) OR attempt < :attempt';

const RunItem = z.object({
  state: z.enum(['open', 'closed']),
  campaignId: z._default(z.string(), ''),
  content: z._default(z.string(), ''),
  manifest: z._default(z.string(), ''),
  attempt: firstAttempt,
  doubt: z.optional(z.object({ policy: z.optional(z.enum(['resend', 'leave'])), settleMs: z.optional(z.number()) })),
});
const ControlItem = z.object({
  control: z.enum(['send', 'hold', 'cancel']),
  revision: z.number(),
  attempt: firstAttempt,
  exclude: z.optional(z.object({ domains: z.array(z.string()), imports: z.array(z.string()) })),
});
const BROWN_OUT_DAYS = 2;

/** What is known of runs: where their content lies, whether they are open, what people want of them. */
export class DynamoRuns implements Runs, Controls, BrownOuts {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  async open(run: Run): Promise<boolean> {
    const { runId, ...about } = run;
    const isNew = await conditionHeld(
      this.#db.send(
        new PutCommand({
          TableName: this.#table,
          // Without expiry: a run that is forgotten could be opened again by a message that was redriven.
          Item: { ...runKey(runId), ...about, state: 'open' },
          ConditionExpression: run.attempt > 1 ? `${EARLIER} OR attribute_not_exists(attempt)` : EARLIER,
          ExpressionAttributeValues: { ':attempt': run.attempt },
        }),
      ),
    );
    if (isNew) return true;
    const found = await this.find(runId);
    return found !== undefined && found.isOpen && found.attempt === run.attempt;
  }

  async find(runId: string): Promise<(Run & { readonly isOpen: boolean }) | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#table, Key: runKey(runId), ConsistentRead: true }),
    );
    if (Item === undefined) return undefined;
    const { state, ...about } = z.parse(RunItem, Item);
    return { runId, ...about, isOpen: state === 'open' };
  }

  async close({ runId, attempt }: Pick<Run, 'runId' | 'attempt'>): Promise<void> {
    await conditionHeld(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: runKey(runId),
          UpdateExpression: 'SET #state = :closed, attempt = :attempt',
          ConditionExpression: 'attribute_not_exists(attempt) OR attempt <= :attempt',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: { ':closed': 'closed', ':attempt': attempt },
        }),
      ),
    );
  }

  async read({ runId, attempt }: Pick<Run, 'runId' | 'attempt'>): Promise<Standing> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#table, Key: controlKey(runId), ConsistentRead: true }),
    );
    return standingFor(attempt, Item && z.parse(ControlItem, Item));
  }

  /** The condition is `outranks` of the domain. */
  async change(runId: string, { control, revision, attempt, exclude }: RunControl): Promise<void> {
    const isLater = attempt > 1 ? '(attribute_not_exists(attempt) OR attempt < :attempt)' : 'attempt < :attempt';
    const unlessCancelled = control === 'cancel' ? '' : ` AND (#control <> :cancel OR ${isLater})`;
    await conditionHeld(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: controlKey(runId),
          UpdateExpression: `SET #control = :control, revision = :revision, attempt = :attempt${exclude ? ', exclude = :exclude' : ' REMOVE exclude'}`,
          ConditionExpression: `attribute_not_exists(pk) OR (revision < :revision${unlessCancelled})`,
          ExpressionAttributeNames: { '#control': 'control' },
          ExpressionAttributeValues: {
            ':control': control,
            ':revision': revision,
            ...(control !== 'cancel' && { ':cancel': 'cancel' }),
            ':attempt': attempt,
            ...(exclude && { ':exclude': exclude }),
          },
        }),
      ),
    );
  }

  async countSince(runId: string, since: number): Promise<number> {
    const { Count = 0 } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: 'pk = :run AND sk BETWEEN :since AND :ever',
        ExpressionAttributeValues: {
          ':run': runKey(runId).pk,
          ':since': brownOutKey(runId, since).sk,
          ':ever': 'brown-out#9',
        },
        Select: 'COUNT',
        ConsistentRead: true,
      }),
    );
    return Count;
  }

  async note(runId: string, at: number): Promise<void> {
    const ttl = expiryAfterDays(BROWN_OUT_DAYS, at);
    await this.#db.send(new PutCommand({ TableName: this.#table, Item: { ...brownOutKey(runId, at), ttl } }));
  }
}
