import { DeleteCommand, type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { conditionHeld } from '@bulkhead/lambda-kit/dynamo';
import * as z from 'zod/mini';

import type { SigningKey, SigningKeys } from '../../application/access/ports.ts';

const PK = 'signing-keys';

const Item = z.object({ number: z.int(), kid: z.string(), privateKey: z.string(), madeAt: z.iso.datetime() });

const keyOf = ({ number }: Pick<SigningKey, 'number'>) => ({ pk: PK, sk: String(number).padStart(8, '0') });

/** Two or three items: the key in use, the one before, the next one. */
export class DynamoSigningKeys implements SigningKeys {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  async all(): Promise<readonly SigningKey[]> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': PK },
        ConsistentRead: true,
      }),
    );
    return Items.map((item) => {
      const { madeAt, ...key } = z.parse(Item, item);
      return { ...key, madeAt: new Date(madeAt) };
    });
  }

  async add({ madeAt, ...key }: SigningKey): Promise<void> {
    const kept = { ...keyOf(key), ...key, madeAt: madeAt.toISOString() };
    await conditionHeld(
      this.#db.send(
        new PutCommand({ TableName: this.#table, Item: kept, ConditionExpression: 'attribute_not_exists(pk)' }),
      ),
    );
  }

  async remove(keys: readonly SigningKey[]): Promise<void> {
    await Promise.all(keys.map((key) => this.#db.send(new DeleteCommand({ TableName: this.#table, Key: keyOf(key) }))));
  }
}
