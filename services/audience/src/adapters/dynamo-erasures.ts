import { createHmac } from 'node:crypto';

import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { conditionHeld } from '@bulkhead/lambda-kit/dynamo';

import type { Return, Returns } from '../application/forms/ports.ts';
import type { Erasures } from '../application/ports.ts';
import { erasureKey, erasureSecretKey } from './keys.ts';
import { findSecret, makeSecret } from './stored-secret.ts';
import type { Table } from './table.ts';

/**
 * Who has been erased, as a keyed hash: it tells nobody who they were, but it recognises them if somebody brings them
 * again. The key is made when the first person is erased. Of whoever comes back by themselves it is noted that they did.
 */
export class DynamoErasures implements Erasures, Returns {
  readonly #table: Table;
  #secret: Buffer | undefined;

  constructor(table: Table) {
    this.#table = table;
  }

  async add(contactId: string, at: string): Promise<boolean> {
    this.#secret ??=
      (await findSecret(this.#table, erasureSecretKey)) ?? (await makeSecret(this.#table, erasureSecretKey));
    const Item = { ...erasureKey(hashOf(contactId, this.#secret)), at };
    const put = new PutCommand({
      TableName: this.#table.name,
      Item,
      ConditionExpression: 'attribute_not_exists(returnedAt) OR returnedAt < :at',
      ExpressionAttributeValues: { ':at': at },
    });
    return conditionHeld(this.#table.db.send(put));
  }

  async has(contactId: string): Promise<boolean> {
    this.#secret ??= await findSecret(this.#table, erasureSecretKey);
    if (this.#secret === undefined) return false;
    const Key = { ...erasureKey(hashOf(contactId, this.#secret)) };
    const { Item } = await this.#table.db.send(
      new GetCommand({ TableName: this.#table.name, Key, ConsistentRead: true }),
    );
    return Item !== undefined && Item['returnedAt'] === undefined;
  }

  async welcome(contactId: string, at: string): Promise<Return> {
    this.#secret ??= await findSecret(this.#table, erasureSecretKey);
    if (this.#secret === undefined) return 'known';
    const update = new UpdateCommand({
      TableName: this.#table.name,
      Key: { ...erasureKey(hashOf(contactId, this.#secret)) },
      UpdateExpression: 'SET returnedAt = if_not_exists(returnedAt, :at)',
      ConditionExpression: 'attribute_exists(pk) AND #at < :at',
      ExpressionAttributeNames: { '#at': 'at' },
      ExpressionAttributeValues: { ':at': at },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    });
    try {
      await this.#table.db.send(update);
      return 'returned';
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return error.Item === undefined ? 'known' : 'gone';
      throw error;
    }
  }

  async among(contactIds: readonly string[]): Promise<ReadonlySet<string>> {
    this.#secret ??= await findSecret(this.#table, erasureSecretKey);
    const secret = this.#secret;
    if (secret === undefined) return new Set();
    const hashes = new Map(contactIds.map((contactId) => [hashOf(contactId, secret), contactId]));
    const items = await this.#table.get([...hashes.keys()].map(erasureKey));
    return new Set(
      items.flatMap(({ sk, returnedAt }) => (returnedAt === undefined ? (hashes.get(String(sk)) ?? []) : [])),
    );
  }

  async tester(): Promise<(contactId: string) => boolean> {
    const secret = await findSecret(this.#table, erasureSecretKey);
    if (secret === undefined) return () => false;
    const hashes = new Set<unknown>();
    const pages = this.#table.query({
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': erasureKey('').pk },
      ConsistentRead: true,
    });
    for await (const { items } of pages) {
      for (const { sk, returnedAt } of items) if (returnedAt === undefined) hashes.add(sk);
    }
    return hashes.size === 0 ? () => false : (contactId) => hashes.has(hashOf(contactId, secret));
  }
}

const hashOf = (contactId: string, secret: Buffer): string =>
  createHmac('sha256', secret).update(contactId).digest('base64url');
