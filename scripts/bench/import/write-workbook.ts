import { HEADERS, personAt, type Value } from './people.ts';
import { writeZip, type ZipPart } from './write-zip.ts';

/** Where a workbook keeps its texts: once each in a part of their own, as Excel does, or in the cells, as exports do. */
export type Strings = 'shared' | 'inline';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Excel counts days from here. */
const EPOCH = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;
const ROWS_A_PIECE = 2_000;

/** Writes a workbook with so many people below a row of headers. */
export const writeWorkbook = (file: string, people: number, strings: Strings): Promise<void> => {
  const shared = new Map<string, number>();
  const cell = strings === 'shared' ? sharedCell(shared) : inlineCell;
  return writeZip(file, partsOf(sheetXml(people, cell), strings === 'shared' ? sharedStringsXml(shared) : []));
};

/** The shared strings come after the sheet, which makes them known. */
function* partsOf(sheet: Iterable<string>, sharedStrings: Iterable<string>): Generator<ZipPart> {
  yield { path: '[Content_Types].xml', text: [XML, contentTypes] };
  yield { path: '_rels/.rels', text: [XML, relationships([['officeDocument', 'xl/workbook.xml']])] };
  const workbook = `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="People" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  yield { path: 'xl/workbook.xml', text: [XML, workbook] };
  const parts = [
    ['worksheet', 'worksheets/sheet1.xml'],
    ['styles', 'styles.xml'],
    ['sharedStrings', 'sharedStrings.xml'],
  ] as const;
  yield { path: 'xl/_rels/workbook.xml.rels', text: [XML, relationships(parts)] };
  yield { path: 'xl/styles.xml', text: [XML, styles] };
  yield { path: 'xl/worksheets/sheet1.xml', text: sheet };
  yield { path: 'xl/sharedStrings.xml', text: within(`${XML}<sst xmlns="${MAIN}">`, sharedStrings, '</sst>') };
}

function* within(start: string, pieces: Iterable<string>, end: string): Generator<string> {
  yield start;
  yield* pieces;
  yield end;
}

type CellXml = (place: string, text: string) => string;

const inlineCell: CellXml = (place, text) => `<c r="${place}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;

const sharedCell =
  (shared: Map<string, number>): CellXml =>
  (place, text) => {
    const known = shared.get(text) ?? shared.size;
    shared.set(text, known);
    return `<c r="${place}" t="s"><v>${known}</v></c>`;
  };

function* sheetXml(people: number, cell: CellXml): Generator<string> {
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetData>${rowXml(1, HEADERS, cell)}`;
  for (let from = 0; from < people; from += ROWS_A_PIECE) {
    const to = Math.min(people, from + ROWS_A_PIECE);
    yield Array.from({ length: to - from }, (_, n) => rowXml(from + n + 2, personAt(from + n), cell)).join('');
  }
  yield '</sheetData></worksheet>';
}

function* sharedStringsXml(shared: ReadonlyMap<string, number>): Generator<string> {
  const texts = [...shared.keys()];
  for (let from = 0; from < texts.length; from += ROWS_A_PIECE) {
    const some = texts.slice(from, from + ROWS_A_PIECE);
    yield some.map((text) => `<si><t>${escaped(text)}</t></si>`).join('');
  }
}

const rowXml = (row: number, values: readonly Value[], cell: CellXml): string => {
  const cells = values.map((value, n) => {
    const place = `${String.fromCharCode(65 + n)}${row}`;
    if (typeof value === 'string') return cell(place, value);
    if (typeof value === 'boolean') return `<c r="${place}" t="b"><v>${value ? 1 : 0}</v></c>`;
    if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
    return `<c r="${place}" s="1"><v>${(value.getTime() - EPOCH) / DAY_MS}</v></c>`;
  });
  return `<row r="${row}" spans="1:${values.length}">${cells.join('')}</row>`;
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const relationships = (parts: readonly (readonly [kind: string, target: string])[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${parts
    .map(([kind, target], n) => `<Relationship Id="rId${n + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const contentTypes = `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/></Types>`;

const styles = `<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`;
