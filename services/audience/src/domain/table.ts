import type { Cell, Sheet } from './cell.ts';
import { type ColumnMapping, type Columns, findColumns } from './columns.ts';

/** A sheet that holds contacts. */
export interface Table {
  readonly sheet: string;
  readonly columns: Columns;
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly cells: readonly Cell[];
  /** As the spreadsheet program numbers it, from 1. */
  readonly row: number;
}

/** A title or an empty line may stand above the headers. */
const HEADERS_WITHIN = 20;

/** The contacts of a sheet: the rows below the first that names a column of addresses. `undefined` if none does. */
export const tableOf = ({ name, rows }: Sheet, mapping: ColumnMapping): Table | undefined => {
  for (const [index, cells] of rows.slice(0, HEADERS_WITHIN).entries()) {
    const columns = findColumns(cells, mapping);
    if (columns === undefined) continue;
    const below = rows.slice(index + 1).map((row, n) => ({ cells: row, row: index + n + 2 }));
    return { sheet: name, columns, rows: below.filter((row) => !isEmpty(row.cells)) };
  }
  return undefined;
};

export const isEmpty = (row: readonly Cell[]): boolean =>
  row.every((cell) => cell === null || (typeof cell === 'string' && cell.trim() === ''));
