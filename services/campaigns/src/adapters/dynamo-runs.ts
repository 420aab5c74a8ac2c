import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { RetryableError } from '@bulkhead/lambda-kit';
import { conditionHeld } from '@bulkhead/lambda-kit/dynamo';
import * as z from 'zod/mini';

import type { KnownRun, Runs } from '../application/run-ports.ts';
import { freshControl } from '../domain/control.ts';
import { noHealth } from '../domain/guardrail.ts';
import type { WaveResult } from '../domain/plan.ts';
import type { Run } from '../domain/run.ts';
import { fromCapacityItem, fromControlItem, fromProgressItem, HealthItem, WorstItem } from './control-item.ts';
import {
  capacityKey,
  controlKey,
  healthKey,
  runKey,
  runPartition,
  snapshotKey,
  snapshotProgressKey,
  waveKey,
} from './keys.ts';
import { fromRunItem, toRunItem } from './run-item.ts';
import { fromSnapshotItem } from './snapshot-item.ts';
import type { Table } from './table.ts';
import { fromWaveItem } from './wave-item.ts';

/** A run lies in a few items, each with one kind of writer, so that facts never wait for the planner nor it for them. */
export class DynamoRuns implements Runs {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async find(runId: string): Promise<KnownRun | undefined> {
    const items = await this.#items(runId);
    const item = items.get(runKey(runId).sk);
    if (item === undefined) return undefined;

    const run = fromRunItem(item);
    const control = items.get(controlKey(runId).sk);
    const health = items.get(healthKey(runId).sk);
    const snapshot = items.get(snapshotKey(runId).sk);
    const progress = items.get(snapshotProgressKey(runId).sk);
    const capacity = items.get(capacityKey(runId).sk);
    const { worst } = z.parse(WorstItem, health ?? {});
    const openResult = run.plan?.open && (await this.#result(runId, run.plan.open.wave));
    return {
      run,
      control: control === undefined ? freshControl : fromControlItem(control),
      health: health === undefined ? noHealth : z.parse(HealthItem, health),
      ...(worst && { worst }),
      ...(snapshot !== undefined && { snapshot: fromSnapshotItem(snapshot) }),
      ...(progress !== undefined && { snapshotProgress: fromProgressItem(progress) }),
      ...(openResult && { openResult }),
      ...(capacity !== undefined && { capacity: fromCapacityItem(capacity) }),
    };
  }

  async save(run: Run): Promise<void> {
    const { db, name } = this.#table;
    const stored = await conditionHeld(
      db.send(
        new PutCommand({
          TableName: name,
          Item: { ...toRunItem({ ...run, revision: run.revision + 1 }), ...runKey(run.runId) },
          ...(run.revision === 0
            ? { ConditionExpression: 'attribute_not_exists(pk)' }
            : { ConditionExpression: 'revision = :read', ExpressionAttributeValues: { ':read': run.revision } }),
        }),
      ),
    );
    if (stored) return;
    throw new RetryableError({
      code: 'run_changed',
      message: 'Somebody else has changed this run meanwhile',
      details: { runId: run.runId },
    });
  }

  async #items(runId: string): Promise<ReadonlyMap<string, unknown>> {
    const { db, name } = this.#table;
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName: name,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :run)',
        ExpressionAttributeValues: { ':pk': runPartition(runId), ':run': 'run' },
        ConsistentRead: true,
      }),
    );
    return new Map(Items.map((item) => [String(item['sk']), item]));
  }

  async #result(runId: string, wave: number): Promise<WaveResult | undefined> {
    const { db, name } = this.#table;
    const { Item } = await db.send(
      new GetCommand({ TableName: name, Key: waveKey(runId, wave), ConsistentRead: true }),
    );
    return Item && fromWaveItem(Item);
  }
}
