import type { Brand } from './brand.ts';

/** People who are mailed together. */
export interface List {
  readonly listId: string;
  readonly name: string;
  /** An instant. */
  readonly createdAt: string;
  readonly brand?: Brand | undefined;
}

/**
 * How many lists a stage may have. A contact holds since when it is on each, and by what: of one that is on all of them there must be
 * room for the rest in an item of the table.
 */
export const MOST_LISTS = 2_000;
