import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { conditionHeld, type Key } from '@bulkhead/lambda-kit/dynamo';

import type { RunFacts, WaitingStep } from '../application/run-ports.ts';
import type { Capacity } from '../domain/capacity.ts';
import type { Health } from '../domain/guardrail.ts';
import type { WaveResult } from '../domain/plan.ts';
import type { Snapshot, SnapshotProgress } from '../domain/snapshot.ts';
import type { WaveEnd } from '../domain/timeline.ts';
import type { WorstParts } from '../domain/worst-parts.ts';
import { toCapacityItem, toProgressItem } from './control-item.ts';
import { capacityKey, controlKey, healthKey, snapshotKey, snapshotProgressKey, waveKey } from './keys.ts';
import { toSnapshotItem } from './snapshot-item.ts';
import type { Table } from './table.ts';
import { toEndItem, toWaveItem } from './wave-item.ts';

export class DynamoRunFacts implements RunFacts {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  keepSnapshot(runId: string, snapshot: Snapshot): Promise<void> {
    return this.#keepFirst({ ...snapshotKey(runId), ...toSnapshotItem(snapshot) });
  }

  keepWave(runId: string, result: WaveResult, ended?: WaveEnd): Promise<void> {
    return this.#keepFirst({ ...waveKey(runId, result.wave), ...toWaveItem(result), ...(ended && toEndItem(ended)) });
  }

  /** Sums only grow, so that of two facts the one with the larger total is the later. */
  async keepHealth(runId: string, health: Health, worst?: WorstParts): Promise<void> {
    const { db, name } = this.#table;
    const { sent, delivered, hardBounced, complained, rejected, delayed } = health;
    const total = sent + delivered + hardBounced + complained + rejected + delayed;
    await conditionHeld(
      db.send(
        new PutCommand({
          TableName: name,
          Item: { ...healthKey(runId), ...health, total, ...(worst && { worst }) },
          ConditionExpression: 'attribute_not_exists(pk) OR #total < :total',
          ExpressionAttributeNames: { '#total': 'total' },
          ExpressionAttributeValues: { ':total': total },
        }),
      ),
    );
  }

  async keepCapacity(runId: string, capacity: Capacity): Promise<void> {
    await this.#keepLatest('refreshedAt', { ...capacityKey(runId), ...toCapacityItem(capacity) });
  }

  async keepSnapshotProgress(runId: string, progress: SnapshotProgress): Promise<void> {
    await this.#keepLatest('at', { ...snapshotProgressKey(runId), ...toProgressItem(progress) });
  }

  async isAnswered(runId: string, step: WaitingStep): Promise<boolean> {
    switch (step.step) {
      case 'snapshot':
        return (await this.#find(snapshotKey(runId))) !== undefined || (await this.#control(runId)) === 'cancel';
      case 'wave':
        return (await this.#find(waveKey(runId, step.wave))) !== undefined;
      case 'window':
        return (await this.#control(runId)) === 'cancel';
      case 'resume':
        return (await this.#control(runId)) !== 'hold';
    }
  }

  /** Instants of one form sort as text. */
  async #keepLatest<At extends string>(at: At, item: Key & Readonly<Record<At, string>>): Promise<void> {
    const { db, name } = this.#table;
    await conditionHeld(
      db.send(
        new PutCommand({
          TableName: name,
          Item: item,
          ConditionExpression: 'attribute_not_exists(pk) OR #at <= :at',
          ExpressionAttributeNames: { '#at': at },
          ExpressionAttributeValues: { ':at': item[at] },
        }),
      ),
    );
  }

  async #keepFirst(item: Key & Readonly<Record<string, unknown>>): Promise<void> {
    const { db, name } = this.#table;
    await conditionHeld(
      db.send(new PutCommand({ TableName: name, Item: item, ConditionExpression: 'attribute_not_exists(pk)' })),
    );
  }

  async #control(runId: string): Promise<unknown> {
    return (await this.#find(controlKey(runId)))?.['control'];
  }

  async #find(key: Key): Promise<Record<string, unknown> | undefined> {
    const { db, name } = this.#table;
    const { Item } = await db.send(new GetCommand({ TableName: name, Key: key, ConsistentRead: true }));
    return Item;
  }
}
