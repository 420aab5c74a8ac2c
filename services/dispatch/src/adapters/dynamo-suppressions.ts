import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';

import type { Suppressions } from '../application/ports.ts';
import type { Addressee, SuppressionChange, SuppressionScope } from '../domain/mail.ts';
import { batchGet } from './batch-get.ts';
import { happened } from './condition-failed.ts';
import { suppressionKey } from './keys.ts';

const Entry = z.object({ isSuppressed: z.boolean(), at: z.string() });

/** Our own copy of who may not be mailed: one item per contact, an attribute per scope. */
export class DynamoSuppressions implements Suppressions {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  async among(addressees: readonly Addressee[]): Promise<ReadonlySet<string>> {
    const contactIds = [...new Set(addressees.map(({ contactId }) => contactId))];
    const items = await batchGet(this.#db, this.#table, contactIds.map(suppressionKey));
    const known = new Map(items.map((item) => [String(item['pk']).slice('contact#'.length), item]));
    const suppressed = addressees.filter(({ contactId, listId }) =>
      [attributeOf({ kind: 'everything' }), attributeOf({ kind: 'list', listId })].some(
        (scope) => z.safeParse(Entry, known.get(contactId)?.[scope]).data?.isSuppressed === true,
      ),
    );
    return new Set(suppressed.map(({ contactId }) => contactId));
  }

  async record({ contactId, scope, isSuppressed, at }: SuppressionChange): Promise<void> {
    await happened(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: suppressionKey(contactId),
          UpdateExpression: 'SET #scope = :entry',
          // At the same instant the suppression wins.
          ConditionExpression: `attribute_not_exists(#scope) OR #scope.#at ${isSuppressed ? '<=' : '<'} :at`,
          ExpressionAttributeNames: { '#scope': attributeOf(scope), '#at': 'at' },
          ExpressionAttributeValues: {
            ':entry': { isSuppressed, at: at.toISOString() },
            ':at': at.toISOString(),
          },
        }),
      ),
    );
  }
}

const attributeOf = (scope: SuppressionScope): string =>
  scope.kind === 'everything' ? 'everything' : `list:${scope.listId}`;
