import type { Brand } from './brand.ts';

/** People who are mailed together. */
export interface List {
  readonly listId: string;
  readonly name: string;
  /** An instant. */
  readonly createdAt: string;
  readonly brand?: Brand | undefined;
}
