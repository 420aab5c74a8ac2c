import { UnreadableFile } from '../../application/unreadable-file.ts';

/** As many as a sheet of Excel has. */
const MOST_COLUMNS = 16_384;

/**
 * Records none of which is wider than a sheet may be: a megabyte of delimiters is a million columns, each of which would get a name.
 * @throws UnreadableFile
 */
export const noneTooWide = <Records extends readonly (readonly string[])[]>(records: Records): Records => {
  if (records.some(({ length }) => length > MOST_COLUMNS)) throw tooWide();
  return records;
};

export const tooWide = (): UnreadableFile =>
  new UnreadableFile({
    kind: 'text_unreadable',
    because: `it has a row of more than ${MOST_COLUMNS.toLocaleString('en')} columns.`,
  });
