import { type Cell, isError, type SheetRow } from './cell.ts';
import { type ColumnMapping, type Columns, type FieldTypes, findColumns } from './columns.ts';

/** A title or an empty line may stand above the headers. */
const HEADERS_WITHIN = 20;

/** Where a sheet stands, and how its columns are to be understood. */
interface Place {
  readonly sheet: string;
  readonly mapping: ColumnMapping;
  readonly types?: FieldTypes | undefined;
}

/** A sheet, row by row: the contacts stand below the first row that names a column of addresses. */
export class Table {
  readonly sheet: string;
  readonly #mapping: ColumnMapping;
  readonly #types: FieldTypes | undefined;
  #columns: Columns | undefined;
  #firstRow: SheetRow['cells'] | undefined;
  #isOver = false;

  constructor({ sheet, mapping, types }: Place) {
    this.sheet = sheet;
    this.#mapping = mapping;
    this.#types = types;
  }

  /** The columns of a row of contacts; `undefined` for any other row. */
  columnsFor({ row, cells }: SheetRow): Columns | undefined {
    const columns = this.#columns;
    if (columns !== undefined && holds(cells[columns.address.column])) return columns;
    // Only what is there: of a row's 16,384 places nearly all may be holes.
    if (!Object.values(cells).some(holds)) return undefined;
    if (columns !== undefined) return columns;
    this.#firstRow ??= cells;
    this.#isOver = row > HEADERS_WITHIN;
    if (!this.#isOver) this.#columns = findColumns(cells, this.#mapping, this.#types);
    return undefined;
  }

  /** What was found; `undefined` as long as no headers are. */
  get columns(): Columns | undefined {
    return this.#columns;
  }

  /** The first row that holds anything. */
  get firstRow(): SheetRow['cells'] | undefined {
    return this.#firstRow;
  }

  /** Whether the headers would have come by now. */
  get isWithoutHeaders(): boolean {
    return this.#isOver && this.#columns === undefined;
  }
}

const holds = (cell: Cell | undefined): boolean => {
  if (typeof cell === 'string') return cell.trim() !== '';
  return cell !== undefined && !isError(cell);
};
