import * as z from 'zod/mini';

import type { RecipientContacts } from '../application/snapshot/ports.ts';
import type { Arrival } from '../domain/arrival.ts';
import { contactKey } from './keys.ts';
import type { HowToRead, Table } from './table.ts';

const ContactItem = z.object({
  contactId: z.string(),
  address: z.string(),
  fields: z._default(z.record(z.string(), z.string()), {}),
});

/** More names than these are not worth a path each: the whole of the fields is fetched then. */
const MOST_PATHS = 30;

/**
 * Contacts as a snapshot needs them: nothing but the fields that are used, read at half the price. Such a read may be a
 * moment old; a contact that it does not find is asked for again, consistently, so that nobody is left out for being new.
 */
export class DynamoRecipientContacts implements RecipientContacts {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async find(contactIds: readonly string[], fields: readonly string[]): Promise<ReadonlyMap<string, Arrival>> {
    const keys = contactIds.map(contactKey);
    const found = new Map<string, Arrival>();
    const keep = (items: readonly unknown[]) => {
      for (const item of items) {
        const { contactId, address, fields: known } = z.parse(ContactItem, item);
        found.set(contactId, { contactId, address, fields: only(fields, known) });
      }
    };
    const projection = projectionOf(fields);
    keep(await this.#table.get(keys, { ...projection, ConsistentRead: false }));
    if (found.size < keys.length) {
      const missing = contactIds.filter((contactId) => !found.has(contactId)).map(contactKey);
      keep(await this.#table.get(missing, projection));
    }
    return found;
  }
}

const only = (names: readonly string[], fields: Arrival['fields']): Arrival['fields'] => {
  const entries = names.flatMap((name) => {
    const text = fields[name];
    return text === undefined ? [] : [[name, text] as const];
  });
  return Object.fromEntries(entries);
};

const projectionOf = (fields: readonly string[]): HowToRead => {
  const names = { '#fields': 'fields' };
  if (fields.length === 0) return { ProjectionExpression: 'contactId, address' };
  if (fields.length > MOST_PATHS) {
    return { ProjectionExpression: 'contactId, address, #fields', ExpressionAttributeNames: names };
  }
  return {
    ProjectionExpression: ['contactId', 'address', ...fields.map((_, n) => `#fields.#f${n}`)].join(', '),
    ExpressionAttributeNames: { ...names, ...Object.fromEntries(fields.map((name, n) => [`#f${n}`, name])) },
  };
};
