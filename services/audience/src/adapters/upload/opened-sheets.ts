import type { FileSheet } from '../../application/import-ports.ts';

/** A file with sheets, whatever kind of file it is. */
export interface OpenedSheets {
  readonly sheets: readonly FileSheet[];
  readonly isWorkbook: boolean;
  /** The bytes that will be fetched, as far as can be told. */
  readonly toFetch: number;
}
