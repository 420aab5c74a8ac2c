import { setTimeout as pause } from 'node:timers/promises';

import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import { DeleteCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { atOnce } from '@bulkhead/lambda-kit';
import type { Item } from '@bulkhead/lambda-kit/dynamo';
import * as z from 'zod/mini';

import type { MailedSoftBounces, SoftBounced, SoftBounces } from '../application/soft-bounces/ports.ts';
import type { SoftBounced as SoftBouncedEvent } from '../domain/contact-event.ts';
import { inOrder, type Mailing, type Mailings } from '../domain/soft-bounces.ts';
import { contactEventItem } from './contact-event-item.ts';
import { contactKey, softBouncesKey, softBouncesPk } from './keys.ts';
import type { Table } from './table.ts';

const StateItem = z.object({
  sk: z.string(),
  mailings: z.record(
    z.string(),
    z.object({ at: z.string(), softAt: z.optional(z.string()), isOther: z.optional(z.literal(true)) }),
  ),
  revision: z.int(),
});

/** A row that has not grown for so long has ended. */
const KEPT_SECONDS = 180 * 86_400;
const WRITES_AT_ONCE = 16;
const CONFLICT_PAUSE_MS = 50;
const OVERTAKEN = new Set(['ConditionalCheckFailed', 'TransactionConflict']);

/** What is known of mails that came back lies by shard, not by contact: a snapshot reads it in one go, beside the consents. */
export class DynamoSoftBounces implements SoftBounces, MailedSoftBounces {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async find(contactId: string): Promise<SoftBounced | undefined> {
    const [item] = await this.#table.get([softBouncesKey(contactId)]);
    return item && toSoftBounced(item);
  }

  /** One transaction with the profile as its condition: nobody who has been erased comes back by an old bounce. */
  async save(
    { contactId, mailings, revision }: SoftBounced,
    event: SoftBouncedEvent,
  ): Promise<'saved' | 'overtaken' | 'gone'> {
    const TableName = this.#table.name;
    const isKnown = {
      ConditionCheck: { TableName, Key: { ...contactKey(contactId) }, ConditionExpression: 'attribute_exists(pk)' },
    };
    const happened = { Put: { TableName, Item: contactEventItem(contactId, event) } };
    const state = {
      Put: {
        TableName,
        Item: {
          ...softBouncesKey(contactId),
          mailings: Object.fromEntries(mailings.map(({ runId, ...mailing }) => [runId, mailing])),
          revision: revision + 1,
          ttl: Math.floor(Date.parse(event.at) / 1_000) + KEPT_SECONDS,
        },
        ConditionExpression: revision === 0 ? 'attribute_not_exists(pk)' : 'revision = :read',
        ...(revision > 0 && { ExpressionAttributeValues: { ':read': revision } }),
      },
    };
    const TransactItems = [isKnown, happened, ...(mailings.length > 0 ? [state] : [])];
    try {
      await this.#table.db.send(new TransactWriteCommand({ TransactItems }));
      return 'saved';
    } catch (error) {
      return whyNot(error);
    }
  }

  remove(contactId: string): Promise<void> {
    return this.#table.remove(softBouncesKey(contactId));
  }

  async *inShard(shard: number): AsyncGenerator<readonly SoftBounced[]> {
    const query = { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': softBouncesPk(shard) } };
    for await (const { items } of this.#table.query({ ...query, ConsistentRead: true })) yield items.map(toSoftBounced);
  }

  async note(contactIds: readonly string[], { runId, at }: Pick<Mailing, 'runId' | 'at'>): Promise<void> {
    await atOnce(WRITES_AT_ONCE, contactIds, (contactId) =>
      this.#unlessRefused(
        new UpdateCommand({
          TableName: this.#table.name,
          Key: { ...softBouncesKey(contactId) },
          UpdateExpression: 'SET mailings.#run = if_not_exists(mailings.#run, :mailing) ADD revision :one',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeNames: { '#run': runId },
          ExpressionAttributeValues: { ':mailing': { at }, ':one': 1 },
        }),
      ),
    );
  }

  async forget(known: readonly SoftBounced[]): Promise<void> {
    await atOnce(WRITES_AT_ONCE, known, ({ contactId, revision }) =>
      this.#unlessRefused(
        new DeleteCommand({
          TableName: this.#table.name,
          Key: { ...softBouncesKey(contactId) },
          ConditionExpression: 'revision = :read',
          ExpressionAttributeValues: { ':read': revision },
        }),
      ),
    );
  }

  async #unlessRefused(write: UpdateCommand | DeleteCommand): Promise<void> {
    try {
      await (write instanceof UpdateCommand ? this.#table.db.send(write) : this.#table.db.send(write));
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return;
      if (!(error instanceof TransactionConflictException)) throw error;
      // A bounce of the same contact is just being written.
      await pause(CONFLICT_PAUSE_MS);
      await this.#unlessRefused(write);
    }
  }
}

const toSoftBounced = (item: Item): SoftBounced => {
  const { sk, mailings, revision } = z.parse(StateItem, item);
  return { contactId: sk, mailings: toMailings(mailings), revision };
};

const toMailings = (mailings: z.infer<typeof StateItem>['mailings']): Mailings =>
  inOrder(Object.entries(mailings).map(([runId, mailing]) => ({ runId, ...mailing })));

/** The first of the transaction is the profile. */
const whyNot = (error: unknown): 'overtaken' | 'gone' => {
  if (!(error instanceof TransactionCanceledException)) throw error;
  const [profile, ...others] = (error.CancellationReasons ?? []).map(({ Code = '' }) => Code);
  if (profile === 'ConditionalCheckFailed') return 'gone';
  if ([profile, ...others].some((code) => code !== undefined && OVERTAKEN.has(code))) return 'overtaken';
  throw error;
};
