import { ConditionalCheckFailedException, TransactionConflictException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { atOnce } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { Contacts } from '../application/ports.ts';
import type { Contact } from '../domain/contact.ts';
import { contactUpdate } from './contact-update.ts';
import { DynamoKnownFields } from './dynamo-known-fields.ts';
import { contactKey } from './keys.ts';
import type { Table } from './table.ts';

const texts = z.record(z.string(), z.string());
const ContactItem = z.object({
  contactId: z.string(),
  address: z.string(),
  fields: texts,
  lists: texts,
  joinedBy: z.optional(texts),
  saidAt: z.string(),
  position: z.optional(z.int()),
  older: z.optional(z.record(z.string(), z.object({ at: z.string(), position: z.int() }))),
  lastOpenedAt: z.optional(z.string()),
  lastClickedAt: z.optional(z.string()),
  revision: z.int(),
});

const WRITES_AT_ONCE = 32;

export class DynamoContacts implements Contacts {
  readonly #table: Table;
  readonly #fields: DynamoKnownFields;

  constructor(table: Table) {
    this.#table = table;
    this.#fields = new DynamoKnownFields(table);
  }

  async find(contactIds: readonly string[]): Promise<ReadonlyMap<string, Contact>> {
    const items = await this.#table.get(contactIds.map(contactKey));
    return new Map(items.map((item) => z.parse(ContactItem, item)).map((contact) => [contact.contactId, contact]));
  }

  async save(contacts: readonly Contact[]): Promise<readonly string[]> {
    await this.#fields.note(contacts.map(({ fields }) => fields));
    const lost = await atOnce(WRITES_AT_ONCE, contacts, async (contact) =>
      (await this.#write(contact)) ? [] : [contact.contactId],
    );
    return lost.flat();
  }

  /** The profile goes last: as long as it is there, somebody who died here can be followed. */
  async remove(contactId: string): Promise<readonly string[]> {
    const { pk, sk } = contactKey(contactId);
    const beside = this.#table.query({
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
      ExpressionAttributeNames: { '#sk': 'sk' },
      ProjectionExpression: '#sk',
      ConsistentRead: true,
    });
    for await (const { items } of beside) {
      const others = items.map((item) => String(item['sk'])).filter((name) => name !== sk);
      await atOnce(WRITES_AT_ONCE, others, (name) => this.#table.remove({ pk, sk: name }));
    }
    const command = new DeleteCommand({ TableName: this.#table.name, Key: { pk, sk }, ReturnValues: 'ALL_OLD' });
    const { Attributes } = await this.#table.db.send(command);
    return Attributes === undefined ? [] : Object.keys(z.parse(ContactItem, Attributes).lists);
  }

  /** Answers false if somebody else wrote the contact since it was read, or is just about to. */
  async #write(contact: Contact): Promise<boolean> {
    try {
      await this.#table.db.send(new UpdateCommand(contactUpdate(this.#table, contact)));
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException || error instanceof TransactionConflictException)
        return false;
      throw error;
    }
  }
}
