import { normaliseAddress, type ToAsciiDomain } from './address.ts';
import { type Cell, type Sheet, shown } from './cell.ts';
import type { ColumnMapping, FieldColumn } from './columns.ts';
import type { Arrival, Fields } from './contact.ts';
import type { FileProblem } from './file-problem.ts';
import { LONGEST_FIELD, LONGEST_FIELDS, type RejectedRow } from './rejection.ts';
import { type Result, refuse, succeed } from './result.ts';
import { isEmpty, type Table, type TableRow, tableOf } from './table.ts';

/** What came of the rows of a file. `rows` is the sum of the others. */
export interface Tally {
  readonly rows: number;
  /** Contacts, each once. */
  readonly accepted: number;
  /** Rows about a contact that another row is about too. */
  readonly duplicates: number;
  readonly rejected: number;
}

export interface Gathered {
  readonly contacts: readonly Arrival[];
  readonly rejected: readonly RejectedRow[];
  readonly tally: Tally;
  /** What a person should know although nothing failed. */
  readonly notes: readonly string[];
}

interface Reading {
  readonly mapping: ColumnMapping;
  readonly toAscii: ToAsciiDomain;
  readonly contactIdOf: (address: string) => string;
}

/** Reads all contacts of a file. Of several rows about one contact the later one's fields win. */
export const gatherContacts = (sheets: readonly Sheet[], reading: Reading): Result<Gathered, FileProblem> => {
  const filled = sheets.filter(({ rows }) => rows.some((row) => !isEmpty(row)));
  const tables = filled.flatMap((sheet) => tableOf(sheet, reading.mapping) ?? []);
  if (filled.length === 0) return refuse({ kind: 'rows_missing' });
  if (tables.length === 0) return refuse(missingAddressColumn(filled, reading.mapping));

  const readings = tables.flatMap((table) => table.rows.map((row) => readRow(row, table, reading)));
  if (readings.length === 0) return refuse({ kind: 'rows_missing' });
  const skipped = filled.filter(({ name }) => !tables.some((table) => table.sheet === name));

  return succeed({ ...tallied(readings), notes: skipped.map(noteOf) });
};

const noteOf = ({ name }: Sheet): string => `The sheet "${name}" was left out: it has no column with e-mail addresses.`;

const missingAddressColumn = (sheets: readonly Sheet[], { address }: ColumnMapping): FileProblem => ({
  kind: 'address_column_missing',
  headers: (sheets[0]?.rows.find((row) => !isEmpty(row)) ?? []).map(shown),
  ...(address !== undefined && { wanted: address }),
});

type RowReading = { readonly contact: Arrival } | { readonly rejected: RejectedRow };

const readRow = ({ cells, row }: TableRow, { sheet, columns }: Table, reading: Reading): RowReading => {
  const value = shown(cells[columns.address.column]);
  const address = normaliseAddress(value, reading.toAscii);
  const place = { sheet, row };
  if (!address.ok) {
    return {
      rejected: { ...place, column: columns.address.header, value: value.slice(0, 320), problem: address.problem },
    };
  }
  const filled = columns.fields.flatMap((column) => textOf(cells, column));
  const tooLong = filled.find(({ text }) => text.length > LONGEST_FIELD);
  const length = filled.reduce((sum, { field, text }) => sum + field.length + text.length, 0);
  if (tooLong !== undefined)
    return { rejected: { ...place, column: tooLong.header, value: '', problem: 'field_too_long' } };
  if (length > LONGEST_FIELDS) return { rejected: { ...place, column: '', value: '', problem: 'fields_too_long' } };

  const fields: Fields = Object.fromEntries(filled.map(({ field, text }) => [field, text]));
  return { contact: { contactId: reading.contactIdOf(address.value), address: address.value, fields } };
};

/** An empty cell says nothing, so it takes nothing back. */
const textOf = (cells: readonly Cell[], { column, header, field }: FieldColumn) => {
  const text = shown(cells[column]);
  return text === '' ? [] : [{ header, field, text }];
};

const tallied = (readings: readonly RowReading[]): Omit<Gathered, 'notes'> => {
  const contacts = new Map<string, Arrival>();
  const rejected: RejectedRow[] = [];
  for (const reading of readings) {
    if ('rejected' in reading) {
      rejected.push(reading.rejected);
      continue;
    }
    const { contactId } = reading.contact;
    const earlier = contacts.get(contactId);
    contacts.set(contactId, { ...reading.contact, fields: { ...earlier?.fields, ...reading.contact.fields } });
  }
  const duplicates = readings.length - rejected.length - contacts.size;
  return {
    contacts: [...contacts.values()],
    rejected,
    tally: { rows: readings.length, accepted: contacts.size, duplicates, rejected: rejected.length },
  };
};
