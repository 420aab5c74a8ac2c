import type { Fields } from './arrival.ts';

/** The fields of these names, as far as there are any. */
export const pickFields = (names: readonly string[], fields: Fields): Fields => {
  const entries = names.flatMap((name) => {
    const text = fieldOf(name, fields);
    return text === undefined ? [] : [[name, text] as const];
  });
  return Object.fromEntries(entries);
};

/** What a field holds, if there is one: nothing that every object has, such as its constructor. */
export const fieldOf = (name: string, fields: Fields): string | undefined =>
  Object.hasOwn(fields, name) ? fields[name] : undefined;
