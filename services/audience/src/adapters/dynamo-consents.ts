import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';

import type { Consents, Suppressed } from '../application/ports.ts';
import { type Consent, consentOf, type Scope } from '../domain/consent.ts';
import { SHARDS } from '../domain/shard.ts';
import { atOnce } from './at-once.ts';
import { consentKey, consentsPk } from './keys.ts';
import type { Table } from './table.ts';

const reason = z.enum(['hard_bounce', 'complaint', 'unsubscribed', 'manual']);
const ConsentItem = z.object({
  sk: z.string(),
  choice: z.optional(z.object({ at: z.string(), reason: z.optional(z.enum(['unsubscribed', 'manual'])) })),
  verdict: z.optional(z.object({ at: z.string(), reason: z.enum(['hard_bounce', 'complaint']) })),
  revision: z.int(),
});
const SuppressedItem = z.object({ sk: z.string(), reason });
const allShards = Array.from({ length: SHARDS }, (_, shard) => shard);

const suppressed = (scope: Scope, shard: number) => ({
  KeyConditionExpression: 'pk = :pk',
  FilterExpression: 'isSuppressed = :yes',
  ExpressionAttributeValues: { ':pk': consentsPk(scope, shard), ':yes': true },
});

export class DynamoConsents implements Consents {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async find(scope: Scope, contactIds: readonly string[]): Promise<ReadonlyMap<string, Consent>> {
    const items = await this.#table.get(contactIds.map((contactId) => consentKey(scope, contactId)));
    return new Map(
      items.map((item) => {
        const { sk: contactId, choice, ...rest } = z.parse(ConsentItem, item);
        const words = {
          contactId,
          scope,
          ...rest,
          ...(choice && { choice: { at: choice.at, reason: choice.reason } }),
        };
        return [contactId, consentOf(words)];
      }),
    );
  }

  async save({ contactId, scope, ...rest }: Consent): Promise<boolean> {
    const { revision } = rest;
    const put = new PutCommand({
      TableName: this.#table.name,
      Item: { ...consentKey(scope, contactId), ...rest, revision: revision + 1 },
      ConditionExpression: revision === 0 ? 'attribute_not_exists(pk)' : 'revision = :read',
      ...(revision > 0 && { ExpressionAttributeValues: { ':read': revision } }),
    });
    try {
      await this.#table.db.send(put);
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }

  async remove(scope: Scope, contactId: string): Promise<void> {
    await this.#table.remove(consentKey(scope, contactId));
  }

  async *suppressedIn(scope: Scope, shard: number): AsyncGenerator<readonly Suppressed[]> {
    for await (const { items } of this.#table.query({ ...suppressed(scope, shard), ConsistentRead: true })) {
      yield items.map((item) => {
        const { sk: contactId, reason } = z.parse(SuppressedItem, item);
        return { contactId, reason };
      });
    }
  }

  async countSuppressed(scope: Scope): Promise<number> {
    const counts = await atOnce(SHARDS, allShards, async (shard) => {
      let sum = 0;
      for await (const { count } of this.#table.query({ ...suppressed(scope, shard), Select: 'COUNT' })) sum += count;
      return sum;
    });
    return counts.reduce((sum, count) => sum + count, 0);
  }
}
