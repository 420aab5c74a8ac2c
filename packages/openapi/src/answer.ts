import type * as z from 'zod/mini';

/** Read-only all the way down. */
type Fixed<Value> = Value extends readonly (infer Item)[]
  ? readonly Fixed<Item>[]
  : Value extends object
    ? { readonly [Name in keyof Value]: Fixed<Value[Name]> }
    : Value;

/**
 * What a view must make, so that an answer is what the API's document says. Import it as a type: no schema gets into a bundle.
 * @example
 * export const listView = (list: List): Answer<typeof ListAnswer> => ({ listId: list.id, name: list.name });
 */
export type Answer<Schema extends z.ZodMiniType> = Fixed<z.output<Schema>>;
