import type { HowToRead } from '@bulkhead/lambda-kit/dynamo';
import * as z from 'zod/mini';

import type { NeededOfPeople } from '../application/segments/selector.ts';
import type { KnownContact, RecipientContacts } from '../application/snapshot/ports.ts';
import { pickFields } from '../domain/pick-fields.ts';
import { contactKey } from './keys.ts';
import type { Table } from './table.ts';

const ContactItem = z.object({
  contactId: z.string(),
  address: z.string(),
  fields: z._default(z.record(z.string(), z.string()), {}),
  lists: z.optional(z.record(z.string(), z.string())),
  joinedBy: z.optional(z.record(z.string(), z.string())),
  lastOpenedAt: z.optional(z.string()),
  lastClickedAt: z.optional(z.string()),
});

/** More names than these are not worth a path each: the whole of the fields is fetched then. */
const MOST_PATHS = 30;

/**
 * Contacts as a snapshot needs them: nothing but what is used, read at half the price. Such a read may be a
 * moment old; a contact that it does not find is asked for again, consistently, so that nobody is left out for being new.
 */
export class DynamoRecipientContacts implements RecipientContacts {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async find(contactIds: readonly string[], wanted: NeededOfPeople): Promise<ReadonlyMap<string, KnownContact>> {
    const keys = contactIds.map(contactKey);
    const found = new Map<string, KnownContact>();
    const keep = (items: readonly unknown[]) => {
      for (const item of items) {
        const { fields, ...known } = z.parse(ContactItem, item);
        found.set(known.contactId, { ...known, fields: pickFields(wanted.fields, fields) });
      }
    };
    const projection = projectionOf(wanted);
    keep(await this.#table.get(keys, { ...projection, ConsistentRead: false }));
    if (found.size < keys.length) {
      const missing = contactIds.filter((contactId) => !found.has(contactId)).map(contactKey);
      keep(await this.#table.get(missing, projection));
    }
    return found;
  }
}

const projectionOf = ({ fields, lists, engagement }: NeededOfPeople): HowToRead => {
  const arePaths = fields.length <= MOST_PATHS;
  const names = {
    ...(fields.length > 0 && { '#fields': 'fields' }),
    ...(lists && { '#lists': 'lists' }),
    ...(arePaths && Object.fromEntries(fields.map((name, n) => [`#f${n}`, name]))),
  };
  const paths = [
    'contactId',
    'address',
    'joinedBy',
    ...(arePaths ? fields.map((_, n) => `#fields.#f${n}`) : ['#fields']),
    ...(lists ? ['#lists'] : []),
    ...(engagement ? ['lastOpenedAt', 'lastClickedAt'] : []),
  ];
  return {
    ProjectionExpression: paths.join(', '),
    ...(Object.keys(names).length > 0 && { ExpressionAttributeNames: names }),
  };
};
