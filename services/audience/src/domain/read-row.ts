import { type AddressProblem, normaliseAddress, type ToAsciiDomain } from './address.ts';
import type { Fields } from './arrival.ts';
import { type AttributeType, readValue } from './attribute.ts';
import { beginningOf } from './beginning-of.ts';
import { type Cell, isError, type SheetRow, shown } from './cell.ts';
import type { Columns } from './columns.ts';
import { LONGEST_FIELD, LONGEST_FIELDS, type RowProblem } from './rejection.ts';
import type { Customs, ValueProblem } from './value-problem.ts';

export type RowReading =
  | { readonly address: string; readonly fields: Fields; readonly errors: number }
  | { readonly rejected: { readonly column: string; readonly value: string; readonly problem: RowProblem } };

const LONGEST_SHOWN = 320;

/**
 * Reads what a row says of a contact. An empty cell says nothing, so it takes nothing back, and neither does one whose value
 * the spreadsheet program could not work out.
 */
export const readRow = (cells: SheetRow['cells'], columns: Columns, toAscii: ToAsciiDomain): RowReading => {
  const value = shown(cells[columns.address.column]);
  const address = normaliseAddress(value, toAscii);
  if (!address.ok) return rejected(columns.address.header, value, address.problem);

  const fields: Record<string, string> = {};
  let errors = 0;
  let letters = 0;
  for (const { column, header, field, type } of columns.fields) {
    // Columns go from left to right, and most rows are far shorter than a sheet is wide.
    if (column >= cells.length) break;
    const cell = cells[column];
    if (cell === undefined || cell === '') continue;
    if (isError(cell)) errors += 1;
    const text = shown(cell);
    if (text.length > LONGEST_FIELD) return rejected(header, '', 'field_too_long');
    if (text === '') continue;
    const said = type === undefined ? text : valueIn(text, type, customsOf(cell, columns));
    if (typeof said !== 'string') return rejected(header, text, said.problem);
    letters += field.length + said.length;
    fields[field] = said;
  }
  return letters > LONGEST_FIELDS ? rejected('', '', 'fields_too_long') : { address: address.value, fields, errors };
};

/** What a workbook holds as a number or a date is shown in our own spelling, not in that of its texts. */
const customsOf = (cell: Cell, { customs }: Columns): Customs => (typeof cell === 'string' ? customs : {});

const valueIn = (text: string, type: AttributeType, customs: Customs): string | { readonly problem: ValueProblem } => {
  const value = readValue(type, text, customs);
  return value.ok ? value.value : { problem: value.problem };
};

const rejected = (column: string, value: string, problem: AddressProblem | RowProblem): RowReading => ({
  rejected: { column, value: beginningOf(value, LONGEST_SHOWN), problem },
});
