import { type DynamoDBDocumentClient, GetCommand, UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import { batchGet, conditionHeld } from '@bulkhead/lambda-kit/dynamo';
import * as z from 'zod/mini';

import type { Erasures, HeldSuppression, SuppressionsOfContact } from '../application/contacts/ports.ts';
import type { Suppressions } from '../application/ports.ts';
import type { Addressee, SuppressionChange, SuppressionScope } from '../domain/mail.ts';
import { expiryAfterDays, suppressionKey } from './keys.ts';

/**
 * Snapshots are kept for 180 days, and for 30 more as old versions; a message may wait for 14. After that nothing names a person who was
 * erased, and nothing need keep them from being mailed: audience leaves them out of every later snapshot, unless they come back.
 */
const ERASED_DAYS = 230;

const Entry = z.object({ isSuppressed: z.boolean(), at: z.string() });

/** Our own copy of who may not be mailed: one item per contact, an attribute per scope. Of whoever was erased it says no more than that. */
export class DynamoSuppressions implements Suppressions, SuppressionsOfContact, Erasures {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  async among(addressees: readonly Addressee[]): Promise<ReadonlySet<string>> {
    const contactIds = [...new Set(addressees.map(({ contactId }) => contactId))];
    const items = await batchGet(this.#db, { table: this.#table, keys: contactIds.map(suppressionKey) });
    const known = new Map(items.map((item) => [String(item['pk']).slice('contact#'.length), item]));
    const suppressed = addressees.filter(({ contactId, listId }) => isKeptFrom(known.get(contactId), listId));
    return new Set(suppressed.map(({ contactId }) => contactId));
  }

  /** What is said after an erasure is of somebody who has come back: the item does not go away any more. */
  async record({ contactId, scope, isSuppressed, at }: SuppressionChange): Promise<void> {
    await this.#update(contactId, {
      UpdateExpression: 'SET #scope = :entry REMOVE #ttl',
      // At the same instant the suppression wins, and an erasure over everything.
      ConditionExpression: `(attribute_not_exists(erasedAt) OR erasedAt < :at) AND (attribute_not_exists(#scope) OR #scope.#at ${isSuppressed ? '<=' : '<'} :at)`,
      ExpressionAttributeNames: { '#scope': attributeOf(scope), '#at': 'at', '#ttl': 'ttl' },
      ExpressionAttributeValues: { ':entry': { isSuppressed, at: at.toISOString() }, ':at': at.toISOString() },
    });
  }

  async of(contactId: string): Promise<readonly HeldSuppression[]> {
    const Key = suppressionKey(contactId);
    const { Item = {} } = await this.#db.send(new GetCommand({ TableName: this.#table, Key, ConsistentRead: true }));
    return Object.entries(Item).flatMap(([attribute, held]) => {
      const scope = scopeOf(attribute);
      const entry = z.safeParse(Entry, held);
      if (scope === undefined || !entry.success) return [];
      return [{ scope, isSuppressed: entry.data.isSuppressed, at: new Date(entry.data.at) }];
    });
  }

  /**
   * Nobody may mail the contact from now on, and by which lists is forgotten. Only what was said before: who has confirmed since that they want
   * our mail has come back, and a message may be late.
   */
  async erase(contactId: string, at: Date): Promise<void> {
    const erasedAt = at.toISOString();
    await this.#update(contactId, {
      UpdateExpression: 'SET everything = :entry',
      ConditionExpression: 'attribute_not_exists(everything) OR everything.#at <= :at',
      ExpressionAttributeNames: { '#at': 'at' },
      ExpressionAttributeValues: { ':entry': { isSuppressed: true, at: erasedAt }, ':at': erasedAt },
    });
    await this.#update(contactId, {
      UpdateExpression: 'SET erasedAt = :at, #ttl = :ttl',
      ConditionExpression: 'attribute_not_exists(erasedAt) OR erasedAt <= :at',
      ExpressionAttributeNames: { '#ttl': 'ttl' },
      ExpressionAttributeValues: { ':at': erasedAt, ':ttl': expiryAfterDays(ERASED_DAYS, at.getTime()) },
    });
    for (const held of await this.of(contactId)) {
      if (held.scope.kind === 'list' && held.at <= at) await this.#forget(contactId, held.scope, erasedAt);
      if (held.at > at)
        await this.#update(contactId, { UpdateExpression: 'REMOVE #ttl', ExpressionAttributeNames: { '#ttl': 'ttl' } });
    }
  }

  #forget(contactId: string, scope: SuppressionScope, erasedAt: string): Promise<boolean> {
    return this.#update(contactId, {
      UpdateExpression: 'REMOVE #scope',
      ConditionExpression: '#scope.#at <= :at',
      ExpressionAttributeNames: { '#scope': attributeOf(scope), '#at': 'at' },
      ExpressionAttributeValues: { ':at': erasedAt },
    });
  }

  #update(contactId: string, update: Omit<UpdateCommandInput, 'TableName' | 'Key'>): Promise<boolean> {
    const Key = suppressionKey(contactId);
    return conditionHeld(this.#db.send(new UpdateCommand({ TableName: this.#table, Key, ...update })));
  }
}

/** Whoever was erased comes back for the lists he says. Of others it is forgotten that he left them, and an old snapshot may still name him. */
const isKeptFrom = (item: Readonly<Record<string, unknown>> | undefined, listId: string): boolean => {
  if (item === undefined) return false;
  const [all, one] = [attributeOf({ kind: 'everything' }), attributeOf({ kind: 'list', listId })].map(
    (scope) => z.safeParse(Entry, item[scope]).data?.isSuppressed,
  );
  return all === true || (one ?? 'erasedAt' in item);
};

const LIST = 'list:';

const attributeOf = (scope: SuppressionScope): string =>
  scope.kind === 'everything' ? 'everything' : `${LIST}${scope.listId}`;

const scopeOf = (attribute: string): SuppressionScope | undefined => {
  if (attribute === 'everything') return { kind: 'everything' };
  return attribute.startsWith(LIST) ? { kind: 'list', listId: attribute.slice(LIST.length) } : undefined;
};
