import { randomBytes } from 'node:crypto';

import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Key } from '@bulkhead/lambda-kit/dynamo';
import * as z from 'zod/mini';

import type { Table } from './table.ts';

const SecretItem = z.object({ secret: z.string() });

export const findSecret = async (table: Table, key: Key): Promise<Buffer | undefined> => {
  const get = new GetCommand({ TableName: table.name, Key: { ...key }, ConsistentRead: true });
  const { Item } = await table.db.send(get);
  return Item && Buffer.from(z.parse(SecretItem, Item).secret, 'base64');
};

/** Makes 32 random bytes, unless somebody else has made them first. */
export const makeSecret = async (table: Table, key: Key): Promise<Buffer> => {
  const secret = randomBytes(32);
  const put = new PutCommand({
    TableName: table.name,
    Item: { ...key, secret: secret.toString('base64') },
    ConditionExpression: 'attribute_not_exists(pk)',
  });
  try {
    await table.db.send(put);
    return secret;
  } catch (error) {
    const first = error instanceof ConditionalCheckFailedException ? await findSecret(table, key) : undefined;
    if (first === undefined) throw error;
    return first;
  }
};
