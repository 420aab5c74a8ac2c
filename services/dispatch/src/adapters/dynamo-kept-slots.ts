import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';

import type { KeptSlots } from '../application/small-sends/ports.ts';
import { keptSlotsKey } from './keys.ts';

/** How long a function may wait for its slot. */
const HORIZON_MS = 10_000;
const Item = z.object({ tat: z.number() });

/** A theoretical arrival time of its own, beside the governor's. A lost answer costs a slot, never more than the share. */
export class DynamoKeptSlots implements KeptSlots {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  async reserve(everyMs: number, now: number): Promise<number | undefined> {
    const behind = await this.#update({
      UpdateExpression: 'SET tat = tat + :every',
      ConditionExpression: 'tat BETWEEN :now AND :high',
      ExpressionAttributeValues: { ':every': everyMs, ':now': now, ':high': now + HORIZON_MS },
    });
    if (behind !== undefined) return behind - everyMs;
    const begun = await this.#update({
      UpdateExpression: 'SET tat = :next',
      ConditionExpression: 'attribute_not_exists(tat) OR tat < :now',
      ExpressionAttributeValues: { ':next': now + everyMs, ':now': now },
    });
    return begun === undefined ? undefined : now;
  }

  /** The arrival time after the update; `undefined` if its condition does not hold. */
  async #update(expressions: {
    readonly UpdateExpression: string;
    readonly ConditionExpression: string;
    readonly ExpressionAttributeValues: Readonly<Record<string, number>>;
  }): Promise<number | undefined> {
    try {
      const { Attributes } = await this.#db.send(
        new UpdateCommand({ TableName: this.#table, Key: keptSlotsKey, ...expressions, ReturnValues: 'UPDATED_NEW' }),
      );
      return z.parse(Item, Attributes).tat;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return undefined;
      throw error;
    }
  }
}
