import { ConditionalCheckFailedException, TransactionConflictException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { atOnce } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { Consents, Suppressed } from '../application/ports.ts';
import { type Consent, consentOf, type Scope } from '../domain/consent.ts';
import { SHARDS } from '../domain/shard.ts';
import { CountedWrites } from './counted-writes.ts';
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
  readonly #counted: CountedWrites;

  constructor(table: Table) {
    this.#table = table;
    this.#counted = new CountedWrites(table);
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

  /** Who leaves a list or comes back is counted together with it. */
  async save({ contactId, scope, ...rest }: Consent, known?: Consent): Promise<boolean> {
    const { revision } = rest;
    const put = {
      TableName: this.#table.name,
      Item: { ...consentKey(scope, contactId), ...rest, revision: revision + 1 },
      ConditionExpression: revision === 0 ? 'attribute_not_exists(pk)' : 'revision = :read',
      ...(revision > 0 && { ExpressionAttributeValues: { ':read': revision } }),
    };
    const unsubscribed = Number(rest.isSuppressed) - Number(known?.isSuppressed ?? false);
    if (scope.kind === 'everything' || unsubscribed === 0) return this.#written(new PutCommand(put));
    const refused = await this.#counted.write(scope.listId, { members: 0, unsubscribed }, [{ Put: put }]);
    return refused.size === 0;
  }

  async remove(scope: Scope, contactId: string): Promise<void> {
    const known = (await this.find(scope, [contactId])).get(contactId);
    if (known === undefined || (await this.#removed(known))) return;
    await this.remove(scope, contactId);
  }

  async #removed({ scope, contactId, revision, isSuppressed }: Consent): Promise<boolean> {
    const remove = {
      TableName: this.#table.name,
      Key: consentKey(scope, contactId),
      ConditionExpression: 'revision = :read',
      ExpressionAttributeValues: { ':read': revision },
    };
    if (scope.kind === 'everything' || !isSuppressed) return this.#written(new DeleteCommand(remove));
    const change = { members: 0, unsubscribed: -1 };
    const refused = await this.#counted.write(scope.listId, change, [{ Delete: remove }]);
    return refused.size === 0;
  }

  /** Answers false if somebody else wrote the consent since it was read, or is just about to. */
  async #written(write: DeleteCommand | PutCommand): Promise<boolean> {
    try {
      await (write instanceof PutCommand ? this.#table.db.send(write) : this.#table.db.send(write));
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException || error instanceof TransactionConflictException)
        return false;
      throw error;
    }
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
      // Counters are mended by it: what an older copy of the table says would break them.
      const query = { ...suppressed(scope, shard), Select: 'COUNT' as const, ConsistentRead: true };
      for await (const { count } of this.#table.query(query)) sum += count;
      return sum;
    });
    return counts.reduce((sum, count) => sum + count, 0);
  }
}
