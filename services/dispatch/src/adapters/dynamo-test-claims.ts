import { DeleteCommand, type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';

import type { TestClaims } from '../application/ports.ts';
import { happened } from './condition-failed.ts';
import { expiryAfterDays, testRecipientKey } from './keys.ts';

const TEST_DAYS = 30;

/** Who of a test has been claimed. */
export class DynamoTestClaims implements TestClaims {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #now: () => number;

  constructor(db: DynamoDBDocumentClient, table: string, now: () => number) {
    this.#db = db;
    this.#table = table;
    this.#now = now;
  }

  claim(testId: string, recipient: number): Promise<boolean> {
    return happened(
      this.#db.send(
        new PutCommand({
          TableName: this.#table,
          Item: { ...testRecipientKey(testId, recipient), ttl: expiryAfterDays(TEST_DAYS, this.#now()) },
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      ),
    );
  }

  async release(testId: string, recipient: number): Promise<void> {
    await this.#db.send(new DeleteCommand({ TableName: this.#table, Key: testRecipientKey(testId, recipient) }));
  }
}
