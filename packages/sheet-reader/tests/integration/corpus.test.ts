import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';

import ExcelJS from 'exceljs';
import fc from 'fast-check';
import writeWorkbook from 'write-excel-file/node';
import * as XLSX from 'xlsx';

import { WorkbookError } from '../../src/index.ts';
import { readAll } from '../../src/testing/workbooks.ts';

type Value = string | number | boolean | Date | { readonly error: string };
/** By sheet and place. */
type Found = Readonly<Record<string, Value>>;

const fixture = (name: string) => readFile(new URL(`../fixtures/${name}`, import.meta.url));

const ours = async (bytes: Uint8Array): Promise<Found> => {
  const sheets = await readAll(bytes, { pieceBytes: 977 });
  const cells = sheets.flatMap(({ name, rows }) =>
    rows.flatMap(({ row, cells: those }) =>
      [...those.entries()].flatMap(([column, cell]) =>
        cell === undefined || cell === '' ? [] : [[`${name}!${XLSX.utils.encode_col(column)}${row}`, cell] as const],
      ),
    ),
  );
  return Object.fromEntries(cells);
};

/** The first places at which two readers disagree. */
const differences = (one: Found, other: unknown): readonly unknown[] => {
  const found = new Map<unknown, unknown>(Object.entries(Object(other)));
  const places = new Set<unknown>([...Object.keys(one), ...found.keys()]);
  return [...places]
    .filter((place) => !isDeepStrictEqual(one[String(place)], found.get(place)))
    .slice(0, 5)
    .map((place) => [place, one[String(place)], found.get(place)]);
};

const exceljsValue = (value: ExcelJS.CellValue): Value | undefined => {
  if (value === null || value === undefined || value === '') return undefined;
  if (typeof value !== 'object' || value instanceof Date) return value;
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('error' in value) return { error: value.error };
  if ('result' in value) return exceljsValue(value.result);
  return 'text' in value ? exceljsValue(value.text) : undefined;
};

const exceljs = async (bytes: Uint8Array): Promise<Found> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  const found: Record<string, Value> = {};
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        const value = exceljsValue(cell.value);
        if (value !== undefined) found[`${sheet.name}!${cell.address}`] = value;
      }),
    );
  }
  return found;
};

/** exceljs takes a `false` for an empty cell. */
const withoutFalse = (found: Found): Found =>
  Object.fromEntries(Object.entries(found).filter(([, value]) => value !== false));

/** SheetJS says which numbers are dates by their format; what instant that is, is compared with exceljs. */
const sheetjs = (bytes: Uint8Array): Found => {
  const workbook = XLSX.read(bytes, { type: 'array', cellNF: true, cellText: false });
  const found: Record<string, Value> = {};
  for (const name of workbook.SheetNames) {
    for (const [place, cell] of Object.entries<XLSX.CellObject>(workbook.Sheets[name] ?? {})) {
      if (place.startsWith('!') || cell.v === undefined || cell.v === '') continue;
      if (cell.t === 'e') found[`${name}!${place}`] = { error: cell.w ?? XLSX_ERRORS[Number(cell.v)] ?? '' };
      else if (cell.t === 'n' && XLSX.SSF.is_date(String(cell.z)))
        found[`${name}!${place}`] = new Date(Math.round((Number(cell.v) - 25_569) * 86_400_000));
      else found[`${name}!${place}`] = cell.v;
    }
  }
  return found;
};

const XLSX_ERRORS: Readonly<Record<number, string>> = { 7: '#DIV/0!', 15: '#VALUE!', 42: '#N/A' };

/** Texts that every writer gets right: none escapes what Excel would, and one trips over the names of JavaScript's own properties. */
const text = fc
  .string({ unit: 'grapheme', maxLength: 30 })
  .map((some) => some.replaceAll(/[^\P{C}\n\t]|\uFFFD/gu, ''))
  .filter((some) => !/_x[0-9a-f]{4}_/i.test(some) && !(some in {}));
const value = fc.oneof(
  text,
  fc.constantFrom(
    '김철수',
    '이메일 주소',
    '山田太郎',
    '😀😀',
    'עברית',
    ' a ',
    'a & <b>',
    '"\'',
    'line\nline',
    '&amp;',
    '',
  ),
  fc.integer(),
  fc
    .double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 })
    .map((some) => (Math.abs(some) < 1e-300 ? 0 : some)),
  fc.boolean(),
  fc
    .date({ min: new Date('1905-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
    .map((date) => new Date(Math.floor(date.getTime() / 86_400_000) * 86_400_000)),
  fc.constant(null),
);
const table = fc.array(fc.array(value, { maxLength: 12 }), { minLength: 1, maxLength: 40 });
type Table = readonly (readonly (string | number | boolean | Date | null)[])[];

const expected = (rows: Table): Found =>
  Object.fromEntries(
    rows.flatMap((cells, row) =>
      cells.flatMap((cell, column) =>
        cell === null || cell === '' ? [] : [[`One!${XLSX.utils.encode_col(column)}${row + 1}`, cell] as const],
      ),
    ),
  );

const byExceljs = async (rows: Table): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('One');
  for (const [at, cells] of rows.entries())
    for (const [column, cell] of cells.entries()) sheet.getCell(at + 1, column + 1).value = cell;
  return new Uint8Array(await workbook.xlsx.writeBuffer());
};

const bySheetjs = (rows: Table, bookSST: boolean): Uint8Array => {
  const cells = rows.map((row) =>
    row.map((cell) =>
      cell instanceof Date ? { t: 'n', v: cell.getTime() / 86_400_000 + 25_569, z: 'yyyy-mm-dd' } : cell,
    ),
  );
  const workbook = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(workbook, XLSX.utils.aoa_to_sheet(cells), 'One');
  return new Uint8Array(XLSX.write(workbook, { type: 'array', bookSST, compression: true }));
};

const byWriteExcelFile = async (rows: Table): Promise<Uint8Array> => {
  const data = rows.map((row) =>
    row.map((cell) => (cell instanceof Date ? { value: cell, type: Date, format: 'yyyy-mm-dd' } : cell)),
  );
  return writeWorkbook([{ sheet: 'One', data }]).toBuffer();
};

it.each<readonly [string, (rows: Table) => Uint8Array | Promise<Uint8Array>]>([
  ['exceljs', byExceljs],
  ['SheetJS with shared strings', (rows) => bySheetjs(rows, true)],
  ['SheetJS with inline strings', (rows) => bySheetjs(rows, false)],
  ['write-excel-file', byWriteExcelFile],
])('reads what %s writes, cell by cell', async (_, write) => {
  await fc.assert(
    fc.asyncProperty(table, async (rows) => expect(await ours(await write(rows))).toEqual(expected(rows))),
    { numRuns: 60 },
  );
});

it('reads what LibreOffice writes as two other readers do', async () => {
  const bytes = await fixture('libreoffice.xlsx');

  const found = await ours(bytes);

  expect(Object.keys(found).length).toBeGreaterThan(2_900);
  expect(differences(withoutFalse(found), await exceljs(bytes))).toEqual([]);
  expect(differences(found, sheetjs(bytes))).toEqual([]);
});

it('reads an archive in the form for large files', async () => {
  expect(differences(await ours(await fixture('libreoffice.xlsx')), await ours(await fixture('zip64.xlsx')))).toEqual(
    [],
  );
});

it('tells an OpenDocument apart', async () => {
  await expect(fixture('libreoffice.ods').then((bytes) => readAll(bytes))).rejects.toMatchObject({
    fault: 'open_document',
  });
});

it('ends with the same cells or a clear error, whatever was cut off or changed', async () => {
  const bytes = await fixture('libreoffice.xlsx');
  const whole = await ours(bytes);
  const at = fc.integer({ min: 0, max: bytes.length - 1 });
  expect.hasAssertions();
  const cut = at.map((end) => ({ end, changes: [] }));
  const changed = fc
    .array(fc.record({ place: at, by: fc.integer({ min: 1, max: 255 }) }), { minLength: 1, maxLength: 4 })
    .map((changes) => ({ end: bytes.length, changes }));

  await fc.assert(
    fc.asyncProperty(fc.oneof(cut, changed), async ({ end, changes }) => {
      const spoilt = Buffer.from(bytes.subarray(0, end));
      for (const { place, by } of changes) spoilt[place] = (spoilt[place] ?? 0) ^ by;

      const found = await ours(spoilt).catch((error: unknown) => error);
      expect(found instanceof WorkbookError ? [] : differences(whole, found)).toEqual([]);
    }),
    { numRuns: 400 },
  );
});
