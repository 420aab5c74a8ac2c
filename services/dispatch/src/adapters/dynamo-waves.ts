import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { atOnce } from '@bulkhead/lambda-kit';
import { conditionHeld } from '@bulkhead/lambda-kit/dynamo';
import * as z from 'zod/mini';

import type { ChunkKey, OpenWaves, Waves } from '../application/ports.ts';
import type { Wave } from '../domain/run.ts';
import { shardOf, type WaveShard } from '../domain/wave.ts';
import { expiryAfterDays, openWaveKey, RUN_DAYS, runKey, shardKey, sweepKey, toldKey, wavePrefix } from './keys.ts';
import { isShardFull, shardFromItem, toShardItem } from './wave-item.ts';

const Revisions = z.object({ revisions: z.record(z.string(), z.number()) });
const PLANNED_AT_ONCE = 8;

/** Waves: their chunks in shards of 256, which of those are done, and which waves are open. */
export class DynamoWaves implements Waves, OpenWaves {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #now: () => number;

  constructor(db: DynamoDBDocumentClient, table: string, now: () => number) {
    this.#db = db;
    this.#table = table;
    this.#now = now;
  }

  async plan({ runId, wave, ...how }: Parameters<Waves['plan']>[0], shards: readonly WaveShard[]): Promise<void> {
    const ttl = expiryAfterDays(RUN_DAYS, this.#now());
    await atOnce(PLANNED_AT_ONCE, shards, async (shard) => {
      await conditionHeld(
        this.#db.send(
          new PutCommand({
            TableName: this.#table,
            Item: { ...shardKey(runId, wave, shard.shard), ...toShardItem(shard, how), ttl },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        ),
      );
    });
    await this.#db.send(
      new PutCommand({ TableName: this.#table, Item: { ...openWaveKey(runId, wave), runId, wave, ttl } }),
    );
  }

  async markDone({ runId, wave, chunk }: ChunkKey & { readonly wave: number }): Promise<boolean> {
    try {
      const { Attributes } = await this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: shardKey(runId, wave, shardOf(chunk)),
          UpdateExpression: 'ADD done :chunk',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':chunk': new Set([chunk]) },
          ReturnValues: 'ALL_NEW',
        }),
      );
      return isShardFull(Attributes);
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }

  async find(runId: string, wave: number): Promise<Wave | undefined> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: 'pk = :run AND begins_with(sk, :wave)',
        ExpressionAttributeValues: { ':run': runKey(runId).pk, ':wave': wavePrefix(wave) },
        ConsistentRead: true,
      }),
    );
    const told = toldKey(runId, wave).sk;
    const shards = Items.filter(({ sk }) => sk !== told).map(shardFromItem);
    const [first] = shards;
    return first && { final: first.final, reconsider: first.reconsider, isTold: shards.length < Items.length, shards };
  }

  async markTold(runId: string, wave: number): Promise<void> {
    const ttl = expiryAfterDays(RUN_DAYS, this.#now());
    await this.#db.send(new PutCommand({ TableName: this.#table, Item: { ...toldKey(runId, wave), ttl } }));
    await this.forget(runId, wave);
  }

  async list(): Promise<readonly { readonly runId: string; readonly wave: number }[]> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: 'pk = :open',
        ExpressionAttributeValues: { ':open': 'open-waves' },
      }),
    );
    return z.parse(z.array(z.object({ runId: z.string(), wave: z.number() })), Items);
  }

  async forget(runId: string, wave: number): Promise<void> {
    await this.#db.send(new DeleteCommand({ TableName: this.#table, Key: openWaveKey(runId, wave) }));
  }

  async swapRevisions(
    { runId, wave, shard }: { readonly runId: string; readonly wave: number; readonly shard: number },
    revisions: ReadonlyMap<number, number>,
  ): Promise<ReadonlyMap<number, number>> {
    const key = sweepKey(runId, wave, shard);
    const { Item } = await this.#db.send(new GetCommand({ TableName: this.#table, Key: key }));
    const ttl = expiryAfterDays(RUN_DAYS, this.#now());
    const item = { ...key, revisions: Object.fromEntries(revisions), ttl };
    await this.#db.send(new PutCommand({ TableName: this.#table, Item: item }));

    const before = Item ? Object.entries(z.parse(Revisions, Item).revisions) : [];
    return new Map(before.map(([chunk, revision]) => [Number(chunk), revision]));
  }
}
