import type { Fields } from './arrival.ts';
import type { Contact } from './contact.ts';
import { compareStamps, type Stamp } from './stamp.ts';

/**
 * Replaces the fields of a contact by what a person says. A field that is left out is kept empty, not forgotten: an
 * earlier import that is replayed would bring it back.
 */
export const editContact = (known: Contact, fields: Fields, at: string): Contact => {
  const emptied = Object.keys(known.fields).map((name) => [name, ''] as const);
  const said = laterThan({ at: known.saidAt, position: known.position ?? 0 }, at);
  return {
    ...known,
    fields: { ...Object.fromEntries(emptied), ...fields },
    saidAt: said.at,
    position: said.position === 0 ? undefined : said.position,
    older: undefined,
  };
};

/** What is said now is said last, whatever the clocks of others show. */
const laterThan = (last: Stamp, at: string): Stamp => {
  const now = { at, position: 0 };
  return compareStamps(now, last) > 0 ? now : { at: last.at, position: last.position + 1 };
};

/** The fields that say something. */
export const filledFields = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== ''));

/** The names of the fields that do not say the same. */
export const changedFields = (before: Fields, after: Fields): readonly string[] => {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => (before[name] ?? '') !== (after[name] ?? '')).toSorted();
};
