import { randomBytes } from 'node:crypto';

import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';

import type { Clock } from '../application/ports.ts';
import { signingKeyKey } from './keys.ts';
import type { Table } from './table.ts';

const KeyItem = z.object({ secret: z.string() });

/** Tokens expire after three years, so no token that is valid was signed with a key older than these. */
const YEARS_KEPT = 4;

/**
 * The keys that links in mails are signed with: another one every year, made when it is first needed. Older ones stay as
 * long as a link that they signed may be used. Whoever removes one makes all its links invalid.
 */
export class DynamoSigningKeys {
  readonly #table: Table;
  readonly #clock: Clock;
  readonly #known = new Map<number, Buffer>();

  constructor(table: Table, clock: Clock) {
    this.#table = table;
    this.#clock = clock;
  }

  /** The key to sign with today. */
  async current(): Promise<{ readonly year: number; readonly secret: Buffer }> {
    const year = this.#clock.now().getUTCFullYear();
    const secret = (await this.find(year)) ?? (await this.#make(year));
    this.#known.set(year, secret);
    return { year, secret };
  }

  async find(year: number): Promise<Buffer | undefined> {
    const age = this.#clock.now().getUTCFullYear() - year;
    if (age < 0 || age >= YEARS_KEPT) return undefined;
    const known = this.#known.get(year) ?? (await this.#read(year));
    if (known !== undefined) this.#known.set(year, known);
    return known;
  }

  async #read(year: number): Promise<Buffer | undefined> {
    const get = new GetCommand({ TableName: this.#table.name, Key: signingKeyKey(year), ConsistentRead: true });
    const { Item } = await this.#table.db.send(get);
    return Item && Buffer.from(z.parse(KeyItem, Item).secret, 'base64');
  }

  async #make(year: number): Promise<Buffer> {
    const key = randomBytes(32);
    const put = new PutCommand({
      TableName: this.#table.name,
      Item: { ...signingKeyKey(year), secret: key.toString('base64') },
      ConditionExpression: 'attribute_not_exists(pk)',
    });
    try {
      await this.#table.db.send(put);
      return key;
    } catch (error) {
      const first = error instanceof ConditionalCheckFailedException ? await this.#read(year) : undefined;
      if (first === undefined) throw error;
      return first;
    }
  }
}
