import { CsvError, parse } from 'csv-parse/sync';

import type { Sheet } from '../domain/cell.ts';
import type { FileProblem } from '../domain/file-problem.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';

const DELIMITERS = [',', ';', '\t'] as const;

/** Reads a CSV text. Every record is a row as a spreadsheet program counts them, empty ones too. */
export const readDelimitedText = (text: string, name: string): Result<readonly Sheet[], FileProblem> => {
  const { delimiter, body } = delimiterOf(text);
  try {
    const rows: string[][] = parse(body, {
      delimiter,
      // All of them, because people glue files together.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    });
    return succeed([{ name, rows }]);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refuse({ kind: 'text_unreadable', because: because(error) });
  }
};

/** Excel may write `sep=;` above the headers; else it is what the headers are most often parted by. */
const delimiterOf = (text: string): { readonly delimiter: string; readonly body: string } => {
  const declared = /^sep=(.)\r?\n/i.exec(text);
  // The line is kept as an empty one, so that rows keep their numbers.
  if (declared?.[1] !== undefined) return { delimiter: declared[1], body: text.slice(text.search(/\r?\n/)) };
  const [headers = ''] = text.trimStart().split(/\r\n|\r|\n/, 1);
  const unquoted = headers.replaceAll(/"[^"]*"/g, '');
  const times = (delimiter: string) => unquoted.split(delimiter).length;
  const [delimiter = ','] = DELIMITERS.toSorted((one, other) => times(other) - times(one));
  return { delimiter, body: text };
};

const because = ({ code }: CsvError): string =>
  code === 'CSV_QUOTE_NOT_CLOSED'
    ? 'a quotation mark is opened and never closed.'
    : 'its quotation marks do not match.';
