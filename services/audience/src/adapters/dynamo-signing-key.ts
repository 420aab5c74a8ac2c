import { randomBytes } from 'node:crypto';

import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';

import { signingKeyKey } from './keys.ts';
import type { Table } from './table.ts';

const KeyItem = z.object({ secret: z.string() });

/** The key that links in mails are signed with. Made when it is first needed, kept for good: links in old mails must work. */
export class DynamoSigningKey {
  readonly #table: Table;
  #key: Buffer | undefined;

  constructor(table: Table) {
    this.#table = table;
  }

  async get(): Promise<Buffer> {
    this.#key ??= (await this.#find()) ?? (await this.#make());
    return this.#key;
  }

  async #find(): Promise<Buffer | undefined> {
    const get = new GetCommand({ TableName: this.#table.name, Key: signingKeyKey, ConsistentRead: true });
    const { Item } = await this.#table.db.send(get);
    return Item && Buffer.from(z.parse(KeyItem, Item).secret, 'base64');
  }

  async #make(): Promise<Buffer> {
    const key = randomBytes(32);
    const put = new PutCommand({
      TableName: this.#table.name,
      Item: { ...signingKeyKey, secret: key.toString('base64') },
      ConditionExpression: 'attribute_not_exists(pk)',
    });
    try {
      await this.#table.db.send(put);
      return key;
    } catch (error) {
      const first = error instanceof ConditionalCheckFailedException ? await this.#find() : undefined;
      if (first === undefined) throw error;
      return first;
    }
  }
}
