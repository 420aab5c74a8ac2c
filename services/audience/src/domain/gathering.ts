import type { ToAsciiDomain } from './address.ts';
import { ArrivalChunks } from './arrival-chunks.ts';
import { type SheetRow, shown } from './cell.ts';
import type { ColumnMapping, Columns, FieldTypes } from './columns.ts';
import { ContactIds } from './contact-ids.ts';
import type { Doubtful, Doubts } from './doubts.ts';
import type { FileProblem } from './file-problem.ts';
import { sayNote } from './import-notes.ts';
import type { PlacedArrival } from './placed-arrival.ts';
import { readRow } from './read-row.ts';
import type { RejectedRow } from './rejection.ts';
import { type Result, refuse, succeed } from './result.ts';
import { Table } from './table.ts';
import { nothingRead, type Tally } from './tally.ts';

interface Reading {
  readonly mapping: ColumnMapping;
  /** The types of merge fields that are not text. */
  readonly types?: FieldTypes | undefined;
  readonly toAscii: ToAsciiDomain;
  readonly contactIdOf: (address: string) => string;
  readonly doubtsAbout: (address: string) => Doubts;
  /** How often the file has been exchanged for another: every row of a later one is later. */
  readonly edition: number;
}

/** What has been gathered since it was asked last. */
export interface Yield {
  readonly chunks: readonly (readonly PlacedArrival[])[];
  readonly rejected: readonly RejectedRow[];
}

/** What is known when everything has been read. */
export interface Gathered {
  readonly tally: Tally;
  readonly doubtful: Doubtful;
  /** What a person should know although nothing failed. */
  readonly notes: readonly string[];
}

/** What the memory of a reader is made for. */
const MOST_ROWS = 10_000_000;
/** More than a file has rows. */
const EDITION = 2 ** 32;
/** Sheets that are named when they are left out. */
const MOST_NAMED = 20;
/** What is said of all files together: an import is one item of the table, and names of files and sheets are long. */
const MOST_NOTES = 60;

/**
 * Gathers the contacts of one file or several from their rows as they come, and holds of them no more than their ids. The same rows come
 * to the same chunks.
 */
export class Gathering {
  readonly #reading: Reading;
  #file: string | undefined;
  #tables: Table[] = [];
  #rowsBefore = 0;
  readonly #notes: string[] = [];
  readonly #fields = new Set<string>();
  readonly #ids = new ContactIds();
  readonly #chunks = new ArrivalChunks();
  #rejected: RejectedRow[] = [];
  #tally = { ...nothingRead };
  #doubtful = { role: 0, disposable: 0 };
  #errors = 0;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  get tally(): Tally {
    return { ...this.#tally };
  }

  /** From here on sheets belong to this file, which is named where there are several. */
  beginFile(name: string): void {
    this.#file = name;
  }

  /** From here on rows belong to this sheet. */
  beginSheet(sheet: string): void {
    this.#tables.push(new Table({ sheet, ...this.#reading }));
  }

  /** Takes some rows; answers whether the sheet's next ones are wanted too. */
  take(rows: readonly SheetRow[]): Result<boolean, FileProblem> {
    const table = this.#tables.at(-1);
    if (table === undefined) return succeed(false);
    for (const row of rows) {
      const columns = table.columnsFor(row);
      if (columns !== undefined) this.#read(row, table.sheet, columns);
    }
    return this.#tally.rows > MOST_ROWS
      ? refuse({ kind: 'rows_too_many', most: MOST_ROWS })
      : succeed(!table.isWithoutHeaders);
  }

  /** Takes out what is complete. */
  yield(): Yield {
    const rejected = this.#rejected;
    this.#rejected = [];
    return { chunks: this.#chunks.take(), rejected };
  }

  /** Says that a file has been read to its end without an error, all but its hidden sheets. Nothing is imported unless there is something in each. */
  endFile(hidden: readonly string[] = []): Result<void, FileProblem> {
    const filled = this.#tables.filter(({ firstRow }) => firstRow !== undefined);
    const [first] = filled;
    if (first === undefined) return refuse({ kind: 'rows_missing' });
    if (filled.every(({ columns }) => columns === undefined)) return refuse(this.#missingAddressColumn(first));
    if (this.#tally.rows === this.#rowsBefore) return refuse({ kind: 'rows_missing' });
    const unnamed = filled.filter((table) => table.columns === undefined).map(({ sheet }) => sheet);
    this.#notes.push(...leftOut(unnamed, 'without_addresses', this.#file));
    this.#notes.push(...leftOut(hidden, 'hidden', this.#file));
    for (const { columns } of filled) for (const { field } of columns?.fields ?? []) this.#fields.add(field);
    this.#tables = [];
    this.#rowsBefore = this.#tally.rows;
    return succeed(undefined);
  }

  /** Says that all files have been read. The last chunk is complete then. */
  end(): Gathered {
    this.#chunks.end();
    return {
      tally: this.tally,
      doubtful: this.#doubtful,
      notes: someOf([...this.#typesOfNothing(), ...errorsIn(this.#errors), ...this.#notes]),
    };
  }

  #read({ row, cells }: SheetRow, sheet: string, columns: Columns): void {
    const reading = readRow(cells, columns, this.#reading.toAscii);
    this.#tally.rows += 1;
    if ('rejected' in reading) {
      this.#tally.rejected += 1;
      this.#rejected.push({ file: this.#file, sheet, row, ...reading.rejected });
      return;
    }
    const { address, fields, errors } = reading;
    this.#errors += errors;
    const contactId = this.#reading.contactIdOf(address);
    const isNew = this.#ids.add(contactId);
    if (isNew) this.#noteDoubts(address);
    this.#tally[isNew ? 'accepted' : 'duplicates'] += 1;
    const position = this.#reading.edition * EDITION + this.#tally.rows;
    this.#chunks.add(
      isNew ? { contactId, address, fields, position } : { contactId, address, fields, position, isRepeated: true },
    );
  }

  /** A misspelt name would make a column text, and nobody would notice. */
  #typesOfNothing(): readonly string[] {
    const { types = {}, isRemembered } = this.#reading.mapping;
    if (isRemembered === true) return [];
    const missing = Object.keys(types).filter((name) => !this.#fields.has(name));
    return missing.map((name) => sayNote('type_of_nothing', { name }));
  }

  #noteDoubts(address: string): void {
    const { role, disposable } = this.#reading.doubtsAbout(address);
    if (role) this.#doubtful.role += 1;
    if (disposable) this.#doubtful.disposable += 1;
  }

  #missingAddressColumn({ firstRow = [] }: Table): FileProblem {
    const { address } = this.#reading.mapping;
    return {
      kind: 'address_column_missing',
      headers: Array.from(firstRow, shown),
      ...(address !== undefined && { wanted: address }),
    };
  }
}

type Lack = 'hidden' | 'without_addresses';

const sheetLeftOut = (sheet: string, lack: Lack, file: string | undefined): string =>
  file === undefined ? sayNote(`sheet_${lack}`, { sheet }) : sayNote(`sheet_of_file_${lack}`, { sheet, file });

/** A workbook may have thousands of sheets, and what is written down of an import has little room. */
const leftOut = (sheets: readonly string[], lack: Lack, file: string | undefined): readonly string[] => {
  const named = sheets.slice(0, MOST_NAMED).map((sheet) => sheetLeftOut(sheet, lack, file));
  const count = sheets.length - MOST_NAMED;
  if (count <= 0) return named;
  return [
    ...named,
    file === undefined ? sayNote('other_sheets', { count }) : sayNote('other_sheets_of_file', { file, count }),
  ];
};

const someOf = (notes: readonly string[]): readonly string[] => {
  const count = notes.length - MOST_NOTES;
  return count > 0 ? [...notes.slice(0, MOST_NOTES), sayNote('more', { count })] : notes;
};

const errorsIn = (cells: number): readonly string[] => {
  if (cells === 0) return [];
  return [cells === 1 ? sayNote('error_in_cell') : sayNote('errors_in_cells', { count: cells })];
};
