import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { RetryableError } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { Attributes } from '../application/attributes/ports.ts';
import { ATTRIBUTE_TYPES, type Attribute, declarable, type TypeDiffers } from '../domain/attribute.ts';
import { type Result, succeed } from '../domain/result.ts';
import { attributeKey } from './keys.ts';
import type { Table } from './table.ts';

const AttributeItem = z.object({ sk: z.string(), type: z.enum(ATTRIBUTE_TYPES) });

const toAttribute = (item: unknown): Attribute => {
  const { sk, type } = z.parse(AttributeItem, item);
  return { name: sk, type };
};

/** Somebody may declare the same attributes at the same time; then one of the two has to look again. */
const ROUNDS = 5;

export class DynamoAttributes implements Attributes {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async all(): Promise<readonly Attribute[]> {
    const found: Attribute[] = [];
    const query = {
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': attributeKey('').pk },
      ConsistentRead: true,
    };
    for await (const { items } of this.#table.query(query)) found.push(...items.map(toAttribute));
    return found;
  }

  /** Takes at most 100 that are new: what one transaction takes. */
  async declare(attributes: readonly Attribute[]): Promise<Result<void, TypeDiffers>> {
    for (let round = 1; round <= ROUNDS; round += 1) {
      const declared = declarable(await this.all(), attributes);
      if (!declared.ok) return declared;
      if (declared.value.length === 0 || (await this.#add(declared.value))) return succeed(undefined);
    }
    throw new RetryableError({ code: 'attributes_busy', message: 'Others declare the same attributes; try again' });
  }

  /** Answers whether nobody else has declared one of them meanwhile. */
  async #add(attributes: readonly Attribute[]): Promise<boolean> {
    const TransactItems = attributes.map(({ name, type }) => ({
      Put: {
        TableName: this.#table.name,
        Item: { ...attributeKey(name), type },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    }));
    try {
      await this.#table.db.send(new TransactWriteCommand({ TransactItems }));
      return true;
    } catch (error) {
      if (error instanceof TransactionCanceledException) return false;
      throw error;
    }
  }
}
