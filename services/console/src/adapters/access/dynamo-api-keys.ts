import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { conditionHeld } from '@bulkhead/lambda-kit/dynamo';
import * as z from 'zod/mini';

import type { ApiKeys, UsedKeys } from '../../application/access/ports.ts';
import type { ApiKey } from '../../domain/access/api-key.ts';
import { ROLES } from '../../domain/access/role.ts';
import { SERVICES } from '../../domain/access/service.ts';

const PK = 'api-keys';
/** A revoked key is shown for as long as somebody may wonder why a machine gets no token; the audit log knows it for ever. */
const REVOKED_KEPT_SECONDS = 90 * 24 * 3_600;
const MS = 1_000;

const Item = z.object({
  sk: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  services: z.optional(z.array(z.enum(SERVICES))),
  secretHash: z.string(),
  madeAt: z.iso.datetime(),
  madeBy: z.object({ sub: z.string(), name: z.optional(z.string()) }),
  expiresAt: z.optional(z.iso.datetime()),
  lastUsedOn: z.optional(z.string()),
  revokedAt: z.optional(z.iso.datetime()),
});

/** One item a key. What is written of an existing one is its last use and its end; nothing makes it anew. */
export class DynamoApiKeys implements ApiKeys, UsedKeys {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  async all(): Promise<readonly ApiKey[]> {
    const found: ApiKey[] = [];
    let start: Readonly<Record<string, unknown>> | undefined;
    do {
      const page = await this.#db.send(
        new QueryCommand({
          TableName: this.#table,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': PK },
          ConsistentRead: true,
          ExclusiveStartKey: start,
        }),
      );
      found.push(...(page.Items ?? []).map(toApiKey));
      start = page.LastEvaluatedKey;
    } while (start !== undefined);
    return found.toSorted((a, b) => b.madeAt.getTime() - a.madeAt.getTime());
  }

  async find(keyId: string): Promise<ApiKey | undefined> {
    const { Item: item } = await this.#db.send(
      new GetCommand({ TableName: this.#table, Key: { pk: PK, sk: keyId }, ConsistentRead: true }),
    );
    return item === undefined ? undefined : toApiKey(item);
  }

  async add({ keyId, madeAt, expiresAt, revokedAt, ...key }: ApiKey): Promise<void> {
    const times = {
      madeAt: madeAt.toISOString(),
      ...(expiresAt && { expiresAt: expiresAt.toISOString() }),
      ...(revokedAt && { revokedAt: revokedAt.toISOString() }),
    };
    await this.#db.send(
      new PutCommand({
        TableName: this.#table,
        Item: { pk: PK, sk: keyId, ...key, ...times },
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
  }

  async revoke(keyId: string, now: Date): Promise<boolean> {
    return this.#change(keyId, {
      UpdateExpression: 'SET revokedAt = if_not_exists(revokedAt, :at), #ttl = if_not_exists(#ttl, :ttl)',
      ExpressionAttributeNames: { '#ttl': 'ttl' },
      ExpressionAttributeValues: {
        ':at': now.toISOString(),
        ':ttl': Math.floor(now.getTime() / MS) + REVOKED_KEPT_SECONDS,
      },
    });
  }

  async markUsed(keyId: string, day: string): Promise<void> {
    await this.#change(keyId, {
      UpdateExpression: 'SET lastUsedOn = :day',
      ExpressionAttributeValues: { ':day': day },
    });
  }

  #change(keyId: string, change: Change): Promise<boolean> {
    const Key = { pk: PK, sk: keyId };
    return conditionHeld(
      this.#db.send(
        new UpdateCommand({ TableName: this.#table, Key, ConditionExpression: 'attribute_exists(pk)', ...change }),
      ),
    );
  }
}

interface Change {
  readonly UpdateExpression: string;
  readonly ExpressionAttributeNames?: Record<string, string>;
  readonly ExpressionAttributeValues: Record<string, unknown>;
}

const toApiKey = (item: unknown): ApiKey => {
  const { sk, madeAt, madeBy, services, expiresAt, lastUsedOn, revokedAt, ...key } = z.parse(Item, item);
  const { sub, name } = madeBy;
  return {
    ...key,
    keyId: sk,
    madeAt: new Date(madeAt),
    madeBy: { sub, ...(name !== undefined && { name }) },
    ...(services && { services }),
    ...(expiresAt !== undefined && { expiresAt: new Date(expiresAt) }),
    ...(lastUsedOn !== undefined && { lastUsedOn }),
    ...(revokedAt !== undefined && { revokedAt: new Date(revokedAt) }),
  };
};
