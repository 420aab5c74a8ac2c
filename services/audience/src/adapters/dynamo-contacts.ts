import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';

import type { Contacts } from '../application/ports.ts';
import type { Contact } from '../domain/contact.ts';
import { atOnce } from './at-once.ts';
import { contactKey } from './keys.ts';
import type { Table } from './table.ts';

const texts = z.record(z.string(), z.string());
const ContactItem = z.object({
  contactId: z.string(),
  address: z.string(),
  fields: texts,
  lists: texts,
  saidAt: z.string(),
  position: z.optional(z.int()),
  older: z.optional(z.record(z.string(), z.object({ at: z.string(), position: z.int() }))),
  revision: z.int(),
});

const WRITES_AT_ONCE = 32;

export class DynamoContacts implements Contacts {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async find(contactIds: readonly string[]): Promise<ReadonlyMap<string, Contact>> {
    const items = await this.#table.get(contactIds.map(contactKey));
    return new Map(items.map((item) => z.parse(ContactItem, item)).map((contact) => [contact.contactId, contact]));
  }

  async save(contacts: readonly Contact[]): Promise<readonly string[]> {
    const lost = await atOnce(WRITES_AT_ONCE, contacts, async (contact) =>
      (await this.#put(contact)) ? [] : [contact.contactId],
    );
    return lost.flat();
  }

  async remove(contactId: string): Promise<void> {
    await this.#table.remove(contactKey(contactId));
  }

  /** Answers false if somebody else wrote the contact since it was read. */
  async #put(contact: Contact): Promise<boolean> {
    const isNew = contact.revision === 0;
    const put = new PutCommand({
      TableName: this.#table.name,
      Item: { ...contactKey(contact.contactId), ...contact, revision: contact.revision + 1 },
      ConditionExpression: isNew ? 'attribute_not_exists(pk)' : 'revision = :read',
      ...(!isNew && { ExpressionAttributeValues: { ':read': contact.revision } }),
    });
    try {
      await this.#table.db.send(put);
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }
}
