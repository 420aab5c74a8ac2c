import type { Contact } from '../domain/contact.ts';
import { shardOf } from '../domain/shard.ts';
import { addressesPk, contactKey } from './keys.ts';
import type { Table } from './table.ts';

type Words = Readonly<Record<string, unknown>>;

/**
 * Writes a contact on condition that nobody else has since it was read. Attributes that are not the contact's own words,
 * such as when it last opened a mail, are written by others without a revision, and stay.
 */
export const contactUpdate = (table: Table, { revision, ...contact }: Contact) => {
  const isNew = revision === 0;
  const { contactId, address, fields, lists, joinedBy, saidAt, position, older } = contact;
  const gsi1pk = addressesPk(shardOf(contactId));
  const said = { contactId, address, gsi1pk, fields, lists, joinedBy, saidAt, position, older };
  const words: Words = { ...said, revision: revision + 1 };
  return {
    TableName: table.name,
    Key: { ...contactKey(contactId) },
    UpdateExpression: setting(words),
    ConditionExpression: isNew ? 'attribute_not_exists(pk)' : '#revision = :read',
    ExpressionAttributeNames: Object.fromEntries(Object.keys(words).map((name) => [`#${name}`, name])),
    ExpressionAttributeValues: { ...valuesOf(words), ...(!isNew && { ':read': revision }) },
  };
};

const isSaid = ([, value]: readonly [string, unknown]): boolean => value !== undefined;

/** What is not said any more is removed. */
const setting = (words: Words): string => {
  const said = Object.entries(words).filter(isSaid);
  const unsaid = Object.entries(words).filter((word) => !isSaid(word));
  const set = `SET ${said.map(([name]) => `#${name} = :${name}`).join(', ')}`;
  return unsaid.length === 0 ? set : `${set} REMOVE ${unsaid.map(([name]) => `#${name}`).join(', ')}`;
};

const valuesOf = (words: Words) =>
  Object.fromEntries(
    Object.entries(words)
      .filter(isSaid)
      .map(([name, value]) => [`:${name}`, value]),
  );
