import { buffer } from 'node:stream/consumers';

import type { S3Bucket } from '@bulkhead/lambda-kit/aws';
import type { RangeSource } from '@bulkhead/sheet-reader';

import type { BeginningRequest, ReadBeginning, SheetBeginning } from '../../application/preview/ports.ts';
import { shownSheets } from '../../application/shown-sheets.ts';
import { UnreadableFile } from '../../application/unreadable-file.ts';
import type { SheetRow } from '../../domain/cell.ts';
import type { TextFormat } from '../../domain/text-format.ts';
import { uploadKey } from '../s3-uploads.ts';
import { delimiterOf } from './delimited-text.ts';
import { HeldBytes } from './held-bytes.ts';
import { kindOf } from './open-file.ts';
import type { OpenedSheets } from './opened-sheets.ts';
import { readRecords } from './records.ts';
import { S3Ranges } from './s3-ranges.ts';
import { UndecodableText } from './text-decoders.ts';
import { detectEncoding } from './text-encoding.ts';
import { textOf } from './text-of.ts';
import { openWorkbookFile } from './workbook-file.ts';

/** Far more than the first rows take. */
const BEGINNING_BYTES = 262_144;

/** Reads the beginnings of uploads where S3 keeps them. */
export const readBeginningsIn =
  (bucket: Pick<S3Bucket, 'stream'>): ReadBeginning =>
  ({ importId, file, fileName, format = {} }, { bytes, etag }, request) => {
    const source = new S3Ranges(bucket, { key: uploadKey(importId, file), etag, size: bytes });
    return readBeginning({ fileName, source, format }, request);
  };

interface File {
  readonly fileName: string;
  readonly source: RangeSource;
  readonly format: TextFormat;
}

/**
 * Reads the first rows of a sheet. Of a text file only its beginning is fetched; of a workbook its directory, the first of the
 * strings that its cells share, and the beginning of the sheet.
 * @throws UnreadableFile
 */
export const readBeginning = async (file: File, request: BeginningRequest): Promise<SheetBeginning> =>
  (await kindOf(file)) === 'workbook' ? beginningOfSheet(file.source, request) : beginningOfText(file, request);

/** Far more than the cells of the first rows need, where strings are written in the order of the cells. */
const FIRST_STRINGS = 20_000;

const beginningOfSheet = async (source: RangeSource, request: BeginningRequest): Promise<SheetBeginning> => {
  try {
    const { sheet, ...found } = chosenSheet(await openWorkbookFile(source, FIRST_STRINGS), request);
    return { ...found, sheet: sheet.name, rows: await firstRows(sheet.rows(), request.rows) };
  } catch (error) {
    if (!(error instanceof UnreadableFile) || error.problem.kind !== 'workbook_unreadable') throw error;
    // Perhaps a cell needs a later string: now all of them are read.
    const { sheet, ...found } = chosenSheet(await openWorkbookFile(source), request);
    return { ...found, sheet: sheet.name, rows: await goodRows(sheet.rows(), request.rows) };
  }
};

const chosenSheet = ({ sheets }: OpenedSheets, { sheet: wanted }: BeginningRequest) => {
  const shown = shownSheets(sheets);
  const names = shown.map(({ name }) => name);
  const sheet = wanted === undefined ? shown[0] : sheets.find(({ name }) => name === wanted);
  if (sheet !== undefined) return { sheets: names, sheet };
  throw new UnreadableFile(
    wanted === undefined ? { kind: 'rows_missing' } : { kind: 'sheet_missing', wanted: [wanted], found: names },
  );
};

const beginningOfText = async (
  { fileName, source, format }: File,
  { rows: most }: BeginningRequest,
): Promise<SheetBeginning> => {
  const isWhole = source.size <= BEGINNING_BYTES;
  const held = await buffer(source.stream(0, Math.min(source.size, BEGINNING_BYTES)));
  const start = new HeldBytes(isWhole ? held : wholeLines(held));
  const { encoding } = format.encoding === undefined ? await detectEncoding(start) : format;
  if (encoding === undefined) throw unreadable('the encoding of its letters cannot be told.');
  const { delimiter, text } = await delimiterOf(textOf(start, encoding), format.delimiter).catch(undecodable(encoding));
  const rows = await goodRows(numbered(readRecords(text, delimiter)), most).catch(undecodable(encoding));
  const isTold = isWhole || format.encoding !== undefined || held.some((byte) => byte >= 0x80 || byte === 0);
  return { sheet: fileName, rows, delimiter, ...(isTold && { encoding: encoding.toLowerCase() }) };
};

const LINE_FEED = 0x0a;

/** Up to the last line break, so that no letter is cut; in UTF-16 a line break has two bytes, and every letter begins at an even place. */
const wholeLines = (bytes: Buffer): Buffer => {
  const end = bytes.lastIndexOf(LINE_FEED) + 1;
  if (end === 0) return bytes;
  return bytes.subarray(0, bytes.includes(0) ? end + (end % 2) : end);
};

async function* numbered(records: AsyncIterable<readonly (readonly string[])[]>): AsyncGenerator<readonly SheetRow[]> {
  let row = 0;
  for await (const some of records) {
    yield some.map((cells) => {
      row += 1;
      return { row, cells };
    });
  }
}

const firstRows = async (
  pieces: AsyncIterable<readonly SheetRow[]>,
  most: number,
  rows: SheetRow[] = [],
): Promise<readonly SheetRow[]> => {
  for await (const some of pieces) {
    rows.push(...some.slice(0, most - rows.length));
    if (rows.length >= most) break;
  }
  return rows;
};

/** What is wrong below the first rows is found out when the file is read. */
const goodRows = async (pieces: AsyncIterable<readonly SheetRow[]>, most: number): Promise<readonly SheetRow[]> => {
  const rows: SheetRow[] = [];
  try {
    return await firstRows(pieces, most, rows);
  } catch (error) {
    if (error instanceof UnreadableFile && rows.length > 0) return rows;
    throw error;
  }
};

const unreadable = (because: string): UnreadableFile => new UnreadableFile({ kind: 'text_unreadable', because });

const undecodable =
  (encoding: string) =>
  (error: unknown): never => {
    if (!(error instanceof UndecodableText)) throw error;
    throw unreadable(`it has bytes that mean nothing in ${encoding}.`);
  };
