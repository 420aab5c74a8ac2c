import { randomUUID } from 'node:crypto';

import { DeleteCommand, type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { conditionHeld } from '@bulkhead/lambda-kit/dynamo';

import type { SmallSendClaims } from '../application/small-sends/ports.ts';
import { expiryAfterDays, smallSendKey } from './keys.ts';

const DAYS_KEPT = 30;

interface Claiming {
  readonly table: string;
  /** Whose claims these are. */
  readonly kind: 'test' | 'confirmation';
  readonly now: () => number;
}

/** Who of a test, or a confirmation, has been claimed. */
export class DynamoSmallSendClaims implements SmallSendClaims {
  readonly #db: DynamoDBDocumentClient;
  readonly #claiming: Claiming;

  constructor(db: DynamoDBDocumentClient, claiming: Claiming) {
    this.#db = db;
    this.#claiming = claiming;
  }

  /** The SDK asks again if an answer was lost: by its own name a claim is not taken for somebody else's. */
  claim(id: string, recipient: number): Promise<boolean> {
    const { table, kind, now } = this.#claiming;
    const claim = randomUUID();
    return conditionHeld(
      this.#db.send(
        new PutCommand({
          TableName: table,
          Item: { ...smallSendKey(kind, id, recipient), claim, ttl: expiryAfterDays(DAYS_KEPT, now()) },
          ConditionExpression: 'attribute_not_exists(pk) OR claim = :claim',
          ExpressionAttributeValues: { ':claim': claim },
        }),
      ),
    );
  }

  async release(id: string, recipient: number): Promise<void> {
    const { table, kind } = this.#claiming;
    await this.#db.send(new DeleteCommand({ TableName: table, Key: smallSendKey(kind, id, recipient) }));
  }
}
