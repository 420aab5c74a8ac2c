import { Readable } from 'node:stream';

import { strToU8, zipSync } from 'fflate';

import { type Limits, openWorkbook, type RangeSource, type Row } from '../index.ts';

/** A file in memory that is handed out in pieces of `pieceBytes`. */
export const sourceOf = (bytes: Uint8Array, pieceBytes = 1 << 16): RangeSource => ({
  size: bytes.length,
  stream: (start, end) => Readable.from(pieces(Buffer.from(bytes.subarray(start, end)), pieceBytes)),
});

function* pieces(bytes: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Every sheet with all its rows. */
export const readAll = async (
  bytes: Uint8Array,
  { limits, pieceBytes }: { limits?: Limits; pieceBytes?: number } = {},
) => {
  const { sheets } = await openWorkbook(sourceOf(bytes, pieceBytes), limits);
  const read: { name: string; rows: readonly Row[] }[] = [];
  for (const sheet of sheets) {
    const rows: Row[] = [];
    for await (const some of sheet.rows()) rows.push(...some);
    read.push({ name: sheet.name, rows });
  }
  return read;
};

/** The cells of the first sheet as `row:column` and value. */
export const cellsOf = async (bytes: Uint8Array): Promise<Readonly<Record<string, unknown>>> => {
  const [sheet] = await readAll(bytes);
  const cells = (sheet?.rows ?? []).flatMap(({ row, cells: those }) =>
    [...those.entries()].filter(([, cell]) => cell !== undefined).map(([column, cell]) => [`${row}:${column}`, cell]),
  );
  return Object.fromEntries(cells);
};

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The parts of a workbook of one sheet. `data` stands inside `sheetData`. */
export const partsOf = (data: string, { strings = '', styles = '' } = {}): Readonly<Record<string, string>> => ({
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="a" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="One" sheetId="1" r:id="s1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="s1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="s2" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="s3" Type="${OFFICE}/styles" Target="/xl/styles.xml"/></Relationships>`,
  'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData></worksheet>`,
  'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings}</sst>`,
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`,
});

export const zipped = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([path, part]) => [path, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );

/** A workbook of one sheet whose rows are written by hand. */
export const workbookOf = (data: string, about: { strings?: string; styles?: string } = {}): Uint8Array =>
  zipped(partsOf(data, about));
