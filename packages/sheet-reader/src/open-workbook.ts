import type { Row } from './cell.ts';
import { defaultLimits, type Limits } from './limits.ts';
import type { Values } from './parts/cell-value.ts';
import { type Relationship, RelationshipsPart } from './parts/relationships-part.ts';
import { SharedStringsPart } from './parts/shared-strings-part.ts';
import { SheetPart } from './parts/sheet-part.ts';
import { StringArena } from './parts/string-arena.ts';
import { StylesPart } from './parts/styles-part.ts';
import { WorkbookPart } from './parts/workbook-part.ts';
import { damaged, malformed, WorkbookError } from './workbook-error.ts';
import { type XmlHandler, XmlScanner } from './xml/xml-scanner.ts';
import { Archive } from './zip/archive.ts';
import type { RangeSource } from './zip/range-source.ts';

/** A sheet with cells; charts on tabs of their own are left out. */
export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  /**
   * Its rows from top to bottom, in pieces of some hundreds. What has been handed on counts only if the stream comes to its
   * end: whether the file is whole is known then.
   * @throws WorkbookError
   */
  rows(): AsyncGenerator<readonly Row[], void, undefined>;
}

export interface Workbook {
  /** In the order of their tabs. */
  readonly sheets: readonly Sheet[];
}

/**
 * Opens an .xlsx workbook (ECMA-376, transitional or strict) without holding it: the directory first, then the parts it
 * needs. The shared strings are read with the first sheet that is; only the first `strings` of them where the beginning of a
 * sheet is all that is wanted, for programs mostly write them in the order of the cells. A cell that needs a later one is an
 * error then.
 * @throws WorkbookError
 */
export const openWorkbook = async (
  source: RangeSource,
  limits: Limits = defaultLimits,
  strings = Number.POSITIVE_INFINITY,
): Promise<Workbook> => {
  const archive = await Archive.open(source, limits);
  const main = (await relationshipsOf(archive, '', limits)).find(({ kind }) => kind === 'officeDocument')?.target;
  if (main === undefined || !archive.has(main) || main.endsWith('.bin')) throw otherKind(archive, main);

  const workbook = new WorkbookPart();
  await scanWhole(archive, main, workbook, limits);
  const relationships = await relationshipsOf(archive, main, limits);
  const values = once(() => readValues(archive, { relationships, is1904: workbook.is1904, most: strings, limits }));

  const sheets = partsOf(workbook, relationships).map(({ name, isHidden, part }) => {
    return { name, isHidden, rows: () => rowsOf(archive, { part, values, limits }) };
  });
  return { sheets };
};

/** The sheets with cells and the part of each, which is its own: a small archive could name one part a million times. */
const partsOf = ({ sheets }: WorkbookPart, relationships: readonly Relationship[]) => {
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  const parts = new Set<string>();
  return sheets.flatMap(({ name, isHidden, relationship }) => {
    const found = byId.get(relationship);
    if (found === undefined) throw malformed('a sheet is listed and not there');
    if (found.kind !== 'worksheet') return [];
    const part = found.target.toLowerCase();
    if (parts.has(part)) throw malformed('two sheets are the same part');
    parts.add(part);
    return [{ name, isHidden, part }];
  });
};

interface SheetReading {
  readonly part: string;
  readonly values: () => Promise<Values>;
  readonly limits: Limits;
}

async function* rowsOf(archive: Archive, { part, values, limits }: SheetReading) {
  const sheet = new SheetPart(await values(), limits);
  const scanner = new XmlScanner(sheet, limits.tokenBytes);
  for await (const piece of archive.stream(part)) {
    scanner.write(piece);
    const rows = sheet.take();
    if (rows.length > 0) yield rows;
  }
  scanner.end();
}

interface ValuesReading {
  readonly relationships: readonly Relationship[];
  readonly is1904: boolean;
  /** How many shared strings are wanted. */
  readonly most: number;
  readonly limits: Limits;
}

const readValues = async (
  archive: Archive,
  { relationships, is1904, most, limits }: ValuesReading,
): Promise<Values> => {
  const partOf = (wanted: string) => relationships.find(({ kind }) => kind === wanted)?.target;
  const styles = new StylesPart();
  const stylesPart = partOf('styles');
  // Without its styles a workbook's dates are numbers; without its strings a cell that needs one is found out anyway.
  if (stylesPart !== undefined) await scanWhole(archive, stylesPart, styles, limits);

  const strings = new StringArena(limits.sharedStringsBytes);
  const stringsPart = partOf('sharedStrings');
  if (stringsPart !== undefined && archive.has(stringsPart)) {
    const scanner = new XmlScanner(new SharedStringsPart(strings, limits.tokenBytes), limits.tokenBytes);
    for await (const piece of archive.stream(stringsPart)) {
      scanner.write(piece);
      if (strings.length >= most) break;
    }
    if (strings.length < most) scanner.end();
  }
  return { strings, dateStyles: styles.dateStyles(), is1904 };
};

const relationshipsOf = async (archive: Archive, part: string, limits: Limits): Promise<readonly Relationship[]> => {
  const cut = part.lastIndexOf('/') + 1;
  const handler = new RelationshipsPart(part.slice(0, cut));
  const path = `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`;
  if (archive.has(path)) await scanWhole(archive, path, handler, limits);
  return handler.relationships;
};

const scanWhole = async (archive: Archive, path: string, handler: XmlHandler, limits: Limits): Promise<void> => {
  const bytes = await archive.read(path);
  if (bytes === undefined) throw damaged(`${path} is missing`);
  const scanner = new XmlScanner(handler, limits.smallPartBytes);
  scanner.write(bytes);
  scanner.end();
};

const otherKind = (archive: Archive, main: string | undefined): WorkbookError => {
  if (main?.endsWith('.bin') === true)
    return new WorkbookError('binary_workbook', 'the workbook is a binary one (.xlsb)');
  if (archive.has('content.xml') && archive.has('mimetype')) {
    return new WorkbookError('open_document', 'the file is an OpenDocument (.ods)');
  }
  return new WorkbookError('not_a_workbook', 'the archive holds no workbook');
};

const once = <Value>(make: () => Promise<Value>): (() => Promise<Value>) => {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
};
