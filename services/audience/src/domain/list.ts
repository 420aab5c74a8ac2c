import type { Brand } from './brand.ts';

/** People who are mailed together. */
export interface List {
  readonly listId: string;
  readonly name: string;
  /** An instant. */
  readonly createdAt: string;
  readonly brand?: Brand | undefined;
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Whether a list's name has these words in it, however they are written. */
export const isCalled = ({ name }: Pick<List, 'name'>, wanted: string): boolean =>
  plain(name).includes(plain(wanted.trim()));
