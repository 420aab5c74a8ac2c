import { CsvError, type Parser, parse } from 'csv-parse';

import { UnreadableFile } from '../../application/unreadable-file.ts';
import { DELIMITERS } from '../../domain/text-format.ts';

type Text = AsyncIterable<Buffer | string>;

/** Far more than a row of contacts, and little to hold: a quotation mark that is never closed would swallow the file. */
const LONGEST_RECORD = 2 ** 20;

/** Finds out what stands between the values, from the beginning of a text; answers with the whole of it. */
export const delimiterOf = async (text: Text, wanted: string | undefined) => {
  const pieces = text[Symbol.asyncIterator]();
  const first = await pieces.next();
  const start = first.done === true ? '' : String(first.value);
  const declared = /^sep=(.)\r?\n/i.exec(start);
  // The line is kept as an empty one, so that rows keep their numbers.
  const rest = declared === null ? start : start.slice(start.search(/\r?\n/));
  return { delimiter: wanted ?? declared?.[1] ?? likelyDelimiter(start), text: continued(rest, pieces) };
};

async function* continued(start: string, pieces: AsyncIterator<Buffer | string>): AsyncGenerator<Buffer | string> {
  yield start;
  yield* { [Symbol.asyncIterator]: () => pieces };
}

/** What the headers are most often parted by. */
const likelyDelimiter = (start: string): string => {
  const [headers = ''] = start.trimStart().split(/\r\n|\r|\n/, 1);
  const unquoted = headers.replaceAll(/"[^"]*"/g, '');
  const times = (delimiter: string) => unquoted.split(delimiter).length;
  const [delimiter = ','] = DELIMITERS.toSorted((one, other) => times(other) - times(one));
  return delimiter;
};

/**
 * Reads the records of a CSV text, some at a time.
 * @throws UnreadableFile
 */
export async function* readRecords(text: Text, delimiter: string): AsyncGenerator<readonly (readonly string[])[]> {
  let records: string[][] = [];
  const parser = parse({
    delimiter,
    // All of them, because people glue files together.
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: LONGEST_RECORD,
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
  try {
    for await (const piece of text) {
      await written(parser, piece);
      yield taken();
    }
    await ended(parser);
    yield taken();
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new UnreadableFile({ kind: 'text_unreadable', because: because(error) }, { cause: error });
  } finally {
    parser.destroy();
  }
}

const written = (parser: Parser, piece: Buffer | string): Promise<void> =>
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
