/** What Excel shows instead of a value that it cannot work out, such as `#N/A`. */
export interface CellError {
  readonly error: string;
}

/** What stands in a cell. A date is an instant in UTC whose parts are what Excel shows, without any time zone. */
export type Cell = string | number | boolean | Date | CellError;

/** A row that holds something. Its texts may be parts of larger ones, some 100 KB, which live as long as they do. */
export interface Row {
  /** As Excel numbers it, from 1. */
  readonly row: number;
  /** By column, from 0; sparse: nothing where no value stands. */
  readonly cells: readonly (Cell | undefined)[];
}
