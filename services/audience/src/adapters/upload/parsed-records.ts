import { CsvError, type Parser, parse } from 'csv-parse';
import { parse as parseAtOnce } from 'csv-parse/sync';

import { UnreadableFile } from '../../application/unreadable-file.ts';
import { noneTooWide, tooWide } from './widest-record.ts';

/** Far more than a row of contacts, and little to hold: a quotation mark that is never closed would swallow the file. */
const LONGEST_RECORD = 2 ** 20;
/** More than such a record takes in the file, were each of its letters a quotation mark, which is written twice: what is longer is delimiters. */
const LONGEST_WRITTEN = 2 ** 22;

const optionsFor = (delimiter: string) => ({
  delimiter,
  record_delimiter: '\n',
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: false,
  max_record_size: LONGEST_RECORD,
});

/**
 * Parses a CSV text whose lines end with line feeds, some records at a time.
 * @throws UnreadableFile
 */
export async function* parsedRecords(
  text: AsyncIterable<string>,
  delimiter: string,
): AsyncGenerator<readonly (readonly string[])[]> {
  let records: string[][] = [];
  const parser = parse({
    ...optionsFor(delimiter),
    on_record: (record: string[]) => {
      records.push(record);
      return null;
    },
  });
  // Errors are told to whoever writes.
  parser.on('error', () => undefined);
  parser.resume();
  const taken = () => {
    const some = records;
    records = [];
    return some;
  };
  let unfinished = 0;
  try {
    for await (const piece of text) {
      await written(parser, piece);
      const some = noneTooWide(taken());
      unfinished = piece.length + (some.length > 0 ? 0 : unfinished);
      if (unfinished > LONGEST_WRITTEN) throw tooWide();
      yield some;
    }
    await ended(parser);
    yield noneTooWide(taken());
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new UnreadableFile({ kind: 'text_unreadable', because: because(error) }, { cause: error });
  } finally {
    parser.destroy();
  }
}

/** Parses texts each of which should be one record; `undefined` if any of them is not. One call, for a call costs as much as three records. */
export const parsedEach = (texts: readonly string[], delimiter: string): readonly (readonly string[])[] | undefined => {
  const records: string[][] = [];
  const ends: number[] = [];
  try {
    parseAtOnce(texts.join(''), {
      ...optionsFor(delimiter),
      on_record: (record: string[], { bytes }) => {
        records.push(record);
        ends.push(bytes);
        return null;
      },
    });
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
  let end = 0;
  const isEach = texts.every((text, n) => {
    end += Buffer.byteLength(text);
    return ends[n] === end;
  });
  return isEach && ends.length === texts.length ? records : undefined;
};

const written = (parser: Parser, piece: string): Promise<void> =>
  new Promise((resolve, reject) => {
    parser.write(piece, (error) => (error ? reject(error) : resolve()));
  });

const ended = (parser: Parser): Promise<void> =>
  new Promise((resolve, reject) => {
    parser.once('error', reject).once('end', resolve).end();
  });

const because = ({ code }: CsvError): string => {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'a quotation mark is opened and never closed.';
  if (code === 'CSV_MAX_RECORD_SIZE')
    return 'it has a row of more than a million letters, or a quotation mark that is opened and never closed.';
  return 'its quotation marks do not match.';
};
