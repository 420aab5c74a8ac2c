import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';

import type { Contacts } from '../application/ports.ts';
import type { Contact } from '../domain/contact.ts';
import { shardOf } from '../domain/shard.ts';
import { atOnce } from './at-once.ts';
import { DynamoKnownFields } from './dynamo-known-fields.ts';
import { addressesPk, contactKey } from './keys.ts';
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

  async remove(contactId: string): Promise<void> {
    await this.#table.remove(contactKey(contactId));
  }

  /**
   * Answers false if somebody else wrote the contact since it was read. Attributes that are not the contact's own words, such as when it last
   * opened a mail, are written by others without a revision, and stay.
   */
  async #write({ revision, ...contact }: Contact): Promise<boolean> {
    const isNew = revision === 0;
    const { contactId, address, fields, lists, saidAt, position, older } = contact;
    const gsi1pk = addressesPk(shardOf(contactId));
    const words = { contactId, address, gsi1pk, fields, lists, saidAt, position, older, revision: revision + 1 };
    const update = new UpdateCommand({
      TableName: this.#table.name,
      Key: { ...contactKey(contactId) },
      ...setting(words),
      ConditionExpression: isNew ? 'attribute_not_exists(pk)' : '#revision = :read',
      ExpressionAttributeNames: Object.fromEntries(Object.keys(words).map((name) => [`#${name}`, name])),
      ExpressionAttributeValues: { ...valuesOf(words), ...(!isNew && { ':read': revision }) },
    });
    try {
      await this.#table.db.send(update);
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }
}

type Words = Readonly<Record<string, unknown>>;

const isSaid = ([, value]: readonly [string, unknown]): boolean => value !== undefined;

/** What is not said any more is removed. */
const setting = (words: Words) => {
  const said = Object.entries(words).filter(isSaid);
  const unsaid = Object.entries(words).filter((word) => !isSaid(word));
  const set = `SET ${said.map(([name]) => `#${name} = :${name}`).join(', ')}`;
  const remove = unsaid.length === 0 ? '' : ` REMOVE ${unsaid.map(([name]) => `#${name}`).join(', ')}`;
  return { UpdateExpression: set + remove };
};

const valuesOf = (words: Words) =>
  Object.fromEntries(
    Object.entries(words)
      .filter(isSaid)
      .map(([name, value]) => [`:${name}`, value]),
  );
