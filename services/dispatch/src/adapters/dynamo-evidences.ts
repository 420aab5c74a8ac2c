import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { conditionHeld } from '@bulkhead/lambda-kit/dynamo';
import * as z from 'zod/mini';

import type { ChunkKey, Evidences } from '../application/ports.ts';
import type { Evidence } from '../domain/settle-doubt.ts';
import { evidenceKey, expiryAfterDays } from './keys.ts';

/** Doubt is settled, or given up, long before. */
const EVIDENCE_DAYS = 30;

const Item = z.object({ asOf: z.number(), seen: z.instanceof(Uint8Array) });

/** What feedback has reported, beside the ledgers: a report that comes late must not write over what was decided since. */
export class DynamoEvidences implements Evidences {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #now: () => number;

  constructor(db: DynamoDBDocumentClient, table: string, now: () => number) {
    this.#db = db;
    this.#table = table;
    this.#now = now;
  }

  async read({ runId, chunk }: ChunkKey): Promise<Evidence | undefined> {
    const { Item: item } = await this.#db.send(
      new GetCommand({ TableName: this.#table, Key: evidenceKey(runId, chunk), ConsistentRead: true }),
    );
    if (item === undefined) return undefined;

    const { asOf, seen } = z.parse(Item, item);
    return { asOf, seen };
  }

  async record({ runId, chunk }: ChunkKey, { asOf, seen }: Evidence): Promise<void> {
    const ttl = expiryAfterDays(EVIDENCE_DAYS, this.#now());
    await conditionHeld(
      this.#db.send(
        new PutCommand({
          TableName: this.#table,
          Item: { ...evidenceKey(runId, chunk), asOf, seen: Uint8Array.from(seen), ttl },
          ConditionExpression: 'attribute_not_exists(asOf) OR asOf < :asOf',
          ExpressionAttributeValues: { ':asOf': asOf },
        }),
      ),
    );
  }
}
