import type { AttributeType } from './attribute.ts';
import { beginningOf } from './beginning-of.ts';
import { type SheetRow, shown } from './cell.ts';
import { type ColumnMapping, type Columns, columnLetters, type FieldTypes } from './columns.ts';
import { explain, type FileProblem, type ImportProblem } from './file-problem.ts';
import { guessType, type TypeGuess } from './guess-type.ts';
import { Table } from './table.ts';

/** A column as somebody looks at it before it is imported. */
export interface PreviewColumn {
  /** As the spreadsheet program calls it. */
  readonly column: string;
  readonly header: string;
  readonly holds: 'address' | 'field' | 'nothing_wanted';
  readonly field?: string | undefined;
  /** What the field is imported as. */
  readonly type?: AttributeType | undefined;
  /** What the column looks like. */
  readonly guess: TypeGuess;
}

/** The beginning of a sheet as it would be imported. */
export interface SheetPreview {
  readonly columns: readonly PreviewColumn[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
  /** Why it could not be. */
  readonly problem?: ImportProblem | undefined;
}

interface Beginning {
  readonly sheet: string;
  readonly rows: readonly SheetRow[];
  readonly mapping: ColumnMapping;
  readonly types: FieldTypes;
}

const SHOWN_ROWS = 20;
/** A sheet may have 16,384 columns, which nobody looks at. */
const SHOWN_COLUMNS = 200;
const LONGEST_SHOWN = 200;

export const previewOf = ({ rows, ...place }: Beginning): SheetPreview => {
  const { header, below, columns } = tableIn(rows, new Table(place));
  if (header === undefined) return { columns: [], rows: [], problem: explain({ kind: 'rows_missing' }) };
  const headers = Array.from(header.cells, shown).slice(0, SHOWN_COLUMNS);
  const problem = columns === undefined ? explain(missing(headers, place.mapping)) : undefined;
  return {
    columns: headers.map((text, column) => ({
      column: columnLetters(column),
      header: cut(text),
      ...roleOf(columns, column),
      guess: guessType(below.map(({ cells }) => shown(cells[column])).filter((value) => value !== '')),
    })),
    rows: below.slice(0, SHOWN_ROWS).map(({ row, cells }) => ({ row, cells: textsOf(cells) })),
    ...(problem && { problem }),
  };
};

interface Found {
  readonly header: SheetRow | undefined;
  readonly below: readonly SheetRow[];
  readonly columns: Columns | undefined;
}

/** Where no headers are known the first row that holds anything is taken for them, so that somebody can choose. */
const tableIn = (rows: readonly SheetRow[], table: Table): Found => {
  const filled = rows.filter(({ cells }) => Array.from(cells, shown).some((text) => text !== ''));
  const below = filled.filter((row) => table.columnsFor(row) !== undefined);
  if (table.columns === undefined) return { header: filled[0], below: filled.slice(1), columns: undefined };
  const header = filled[filled.length - below.length - 1];
  return { header, below, columns: table.columns };
};

const roleOf = (columns: Columns | undefined, column: number): Pick<PreviewColumn, 'holds' | 'field' | 'type'> => {
  if (columns?.address.column === column) return { holds: 'address' };
  const field = columns?.fields.find((one) => one.column === column);
  return field === undefined
    ? { holds: 'nothing_wanted' }
    : { holds: 'field', field: field.field, type: field.type ?? 'text' };
};

const missing = (headers: readonly string[], { address }: ColumnMapping): FileProblem => ({
  kind: 'address_column_missing',
  headers,
  ...(address !== undefined && { wanted: address }),
});

const textsOf = (cells: SheetRow['cells']): readonly string[] =>
  Array.from(cells, shown).slice(0, SHOWN_COLUMNS).map(cut);

const cut = (text: string): string => (text.length > LONGEST_SHOWN ? `${beginningOf(text, LONGEST_SHOWN)}…` : text);
