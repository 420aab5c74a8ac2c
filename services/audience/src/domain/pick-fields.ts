import type { Fields } from './arrival.ts';

/** The fields of these names, as far as there are any. */
export const pickFields = (names: readonly string[], fields: Fields): Fields => {
  const entries = names.flatMap((name) => {
    const text = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return text === undefined ? [] : [[name, text] as const];
  });
  return Object.fromEntries(entries);
};
