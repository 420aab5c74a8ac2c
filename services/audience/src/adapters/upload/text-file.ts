import type { RangeSource } from '@bulkhead/sheet-reader';

import { UnreadableFile } from '../../application/unreadable-file.ts';
import type { SheetRow } from '../../domain/cell.ts';
import type { TextFormat } from '../../domain/text-format.ts';
import { delimiterOf } from './delimited-text.ts';
import type { OpenedSheets } from './opened-sheets.ts';
import { readRecords } from './records.ts';
import { UndecodableText } from './text-decoders.ts';
import { detectEncoding } from './text-encoding.ts';
import { textOf } from './text-of.ts';

interface TextFile {
  readonly name: string;
  readonly source: RangeSource;
  readonly format: TextFormat;
}

/**
 * Opens a text file: one sheet, every record of which is a row as a spreadsheet program counts them, empty ones too. Unless
 * somebody says what the encoding is the file is read twice: only the whole of it tells.
 * @throws UnreadableFile
 */
export const openTextFile = async ({ name, source, format }: TextFile): Promise<OpenedSheets> => {
  const detected = format.encoding === undefined ? await detectEncoding(source) : undefined;
  const encoding = format.encoding ?? detected?.encoding;
  if (encoding === undefined) throw unreadable('the encoding of its letters cannot be told.');
  return {
    toFetch: source.size + (detected?.fetched ?? 0),
    isWorkbook: false,
    sheets: [{ name, rows: () => rowsOf(source, encoding, format.delimiter) }],
  };
};

async function* rowsOf(
  source: RangeSource,
  encoding: string,
  wanted: string | undefined,
): AsyncGenerator<readonly SheetRow[], void, undefined> {
  let row = 0;
  try {
    const { delimiter, text } = await delimiterOf(textOf(source, encoding), wanted);
    for await (const records of readRecords(text, delimiter)) {
      yield records.map((cells) => {
        row += 1;
        return { row, cells };
      });
    }
  } catch (error) {
    if (!(error instanceof UndecodableText)) throw error;
    throw unreadable(`it has bytes that mean nothing in ${encoding}, the encoding of the rest.`);
  }
}

const unreadable = (because: string): UnreadableFile => new UnreadableFile({ kind: 'text_unreadable', because });
