import { setTimeout } from 'node:timers/promises';

import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { conditionHeld, type Key } from '@bulkhead/lambda-kit/dynamo';

/** What was read, changed. */
interface Revised extends Key {
  readonly rev: number;
  readonly [attribute: string]: unknown;
}

/** Writers of one item are the few concurrent invocations of one function; more losses than this mean trouble. */
const ATTEMPTS = 8;
const LONGEST_PAUSE_MS = 100;

/** Attempts at writing over what was read, with a pause after each that somebody else has won. Whoever has used them all has lost. */
export async function* attempts(): AsyncGenerator<number, void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    yield attempt;
    await setTimeout(Math.random() * Math.min(LONGEST_PAUSE_MS, 5 * 2 ** attempt));
  }
}

/**
 * Writes an item over the one that was read, which had the revision `rev`, 0 if there was none; over no other. Answers whether it was
 * written.
 */
export const putOver = (db: DynamoDBDocumentClient, table: string, { rev, ...item }: Revised): Promise<boolean> =>
  conditionHeld(
    db.send(
      new PutCommand({
        TableName: table,
        Item: { ...item, rev: rev + 1 },
        ...(rev === 0
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : { ConditionExpression: 'rev = :read', ExpressionAttributeValues: { ':read': rev } }),
      }),
    ),
  );
