import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { CursorUnreadable } from '@bulkhead/lambda-kit';
import type { Item } from '@bulkhead/lambda-kit/dynamo';
import * as z from 'zod/mini';

import type { ConsentHistory, Page, PageRequest } from '../application/ports.ts';
import type { ConsentEntry } from '../domain/consent-entry.ts';
import { consentEntryKey, consentEntryPrefix } from './keys.ts';
import { cursorAfter, startOf } from './page-cursor.ts';
import { removeAll } from './remove-all.ts';
import type { Table } from './table.ts';

const about = {
  contactId: z.string(),
  scope: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('everything') }),
    z.object({ kind: z.literal('list'), listId: z.string() }),
  ]),
  at: z.string(),
};
const reason = z.enum(['hard_bounce', 'complaint', 'unsubscribed', 'manual']);
const EntryItem = z.object({
  said: z.discriminatedUnion('isSuppressed', [
    z.object({ ...about, isSuppressed: z.literal(true), reason }),
    z.object({ ...about, isSuppressed: z.literal(false) }),
  ]),
  evidence: z.optional(
    z.object({
      by: z.enum(['contact', 'member', 'mailbox']),
      how: z.enum(['one_click', 'page', 'form', 'api', 'bounce', 'complaint']),
      member: z.optional(z.string()),
      runId: z.optional(z.string()),
      category: z.optional(z.string()),
      inARow: z.optional(z.int()),
      formId: z.optional(z.string()),
      requestedAt: z.optional(z.string()),
      words: z.optional(z.string()),
    }),
  ),
});

export const toConsentEntry = (item: Item): ConsentEntry => z.parse(EntryItem, item);

/** One item a word, beside the contact's profile. Its key says what was said and when, so the same word is the same item. */
export class DynamoConsentHistory implements ConsentHistory {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async append({ said, evidence }: ConsentEntry): Promise<void> {
    const Item = { ...consentEntryKey(said), said, evidence };
    await this.#table.db.send(new PutCommand({ TableName: this.#table.name, Item }));
  }

  async remove(contactId: string): Promise<void> {
    await removeAll(this.#table, consentEntryPrefix(contactId));
  }

  async page(contactId: string, { limit, cursor }: PageRequest): Promise<Page<ConsentEntry>> {
    const { pk, prefix } = consentEntryPrefix(contactId);
    const start = startOf(pk, cursor);
    if (start?.sk.startsWith(prefix) === false) throw new CursorUnreadable('The cursor is not one of ours.');
    const { Items = [], LastEvaluatedKey } = await this.#table.db.send(
      new QueryCommand({
        TableName: this.#table.name,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
        ScanIndexForward: false,
        Limit: limit,
        ExclusiveStartKey: start,
      }),
    );
    return { items: Items.map(toConsentEntry), cursor: cursorAfter(LastEvaluatedKey) };
  }
}
