import { type SheetRow, shown } from './cell.ts';

/** What a person may say about the columns of a file; without it they are recognised by their headers. */
export interface ColumnMapping {
  /** The header of the column that holds the addresses. */
  readonly address?: string | undefined;
  /** Merge field by header; `null` leaves a column out. Columns that are not named keep their headers as names. */
  readonly fields?: Readonly<Record<string, string | null>> | undefined;
}

export interface FieldColumn {
  readonly column: number;
  readonly header: string;
  readonly field: string;
}

/** Where a sheet holds what. */
export interface Columns {
  readonly address: FieldColumn;
  readonly fields: readonly FieldColumn[];
}

const LONGEST_FIELD_NAME = 64;
const ADDRESS_HEADERS = new Set(
  'email mail emailaddress mailaddress 이메일 이메일주소 메일 메일주소 전자우편 전자우편주소 전자메일 전자메일주소 e메일 e메일주소'.split(
    ' ',
  ),
);

/** Finds the columns in a row of headers; `undefined` if none of them holds addresses. */
export const findColumns = (row: SheetRow['cells'], { address, fields = {} }: ColumnMapping): Columns | undefined => {
  const headers = Array.from(row, shown);
  const isAddress =
    address === undefined
      ? (header: string) => ADDRESS_HEADERS.has(header.toLowerCase().replaceAll(/[\s_.-]/g, ''))
      : (header: string) => same(header, address);
  const column = headers.findIndex(isAddress);
  const header = headers[column];
  if (header === undefined) return undefined;

  return { address: { column, header, field: 'address' }, fields: fieldColumns(headers, column, fields) };
};

const fieldColumns = (
  headers: readonly string[],
  addressColumn: number,
  mapping: NonNullable<ColumnMapping['fields']>,
): readonly FieldColumn[] => {
  const mapped = new Map(Object.entries(mapping).map(([header, field]) => [comparable(header), field]));
  const names = new Names();
  return headers.flatMap((header, column) => {
    const wanted = mapped.get(comparable(header));
    if (column === addressColumn || wanted === null) return [];
    const field = names.unused(fieldName(wanted ?? header) || `column_${columnLetters(column)}`);
    return [{ column, header, field }];
  });
};

/** A name that a template can say: letters of any script, digits and underscores, not beginning with a digit. */
export const fieldName = (header: string): string => {
  const name = header
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}_]+/gu, '_')
    .replaceAll(/^_+|_+$/g, '');
  return (/^\p{N}/u.test(name) ? `_${name}` : name).slice(0, LONGEST_FIELD_NAME).toWellFormed();
};

/** Names that are taken. A sheet may have 16,384 columns of one header: where the search for a free number ended is kept. */
class Names {
  readonly #taken = new Set<string>();
  readonly #last = new Map<string, number>();

  unused(name: string): string {
    for (let n = this.#last.get(name) ?? 1; ; n += 1) {
      const suffix = n === 1 ? '' : `_${n}`;
      const candidate = `${name.slice(0, LONGEST_FIELD_NAME - suffix.length)}${suffix}`;
      if (this.#taken.has(candidate)) continue;
      this.#taken.add(candidate);
      this.#last.set(name, n);
      return candidate;
    }
  }
}

/** A column as Excel calls it: 0 is A, 26 is AA. */
export const columnLetters = (column: number): string =>
  (column >= 26 ? columnLetters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

const comparable = (header: string): string => header.normalize('NFC').trim().toLowerCase();

const same = (one: string, other: string): boolean => comparable(one) === comparable(other);
