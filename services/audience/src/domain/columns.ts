import type { AttributeType } from './attribute.ts';
import { beginningOf } from './beginning-of.ts';
import { type SheetRow, shown } from './cell.ts';
import type { Customs } from './value-problem.ts';

/** What a person may say about the columns of a file; without it they are recognised by their headers. */
export interface ColumnMapping extends Customs {
  /** The header of the column that holds the addresses. */
  readonly address?: string | undefined;
  /** Merge field by header; `null` leaves a column out. Columns that are not named keep their headers as names. */
  readonly fields?: Readonly<Record<string, string | null>> | undefined;
  /** What merge fields hold, by their names. */
  readonly types?: Readonly<Record<string, AttributeType>> | undefined;
  /** Whether it was said of an earlier file: then the addresses may stand under another header. */
  readonly isRemembered?: true | undefined;
}

/** The types of merge fields, by their names; what is not there holds text. */
export type FieldTypes = NonNullable<ColumnMapping['types']>;

export interface FieldColumn {
  readonly column: number;
  readonly header: string;
  readonly field: string;
  /** What its cells are read as; `undefined` for text. */
  readonly type?: Exclude<AttributeType, 'text'> | undefined;
}

/** Where a sheet holds what. */
export interface Columns {
  readonly address: FieldColumn;
  readonly fields: readonly FieldColumn[];
  readonly customs: Customs;
}

const LONGEST_FIELD_NAME = 64;
/** Of a longer one the rest is not looked at: a cell may hold 32,767 letters, and there may be 16,384 of them. */
const LONGEST_HEADER = 512;
const ADDRESS_HEADERS = new Set(
  'email mail emailaddress mailaddress 이메일 이메일주소 메일 메일주소 전자우편 전자우편주소 전자메일 전자메일주소 e메일 e메일주소'.split(
    ' ',
  ),
);

/** Finds the columns in a row of headers; `undefined` if none of them holds addresses. */
export const findColumns = (
  row: SheetRow['cells'],
  mapping: ColumnMapping,
  types: FieldTypes = {},
): Columns | undefined => {
  const headers = Array.from(row, shown);
  const column = addressColumn(headers, mapping);
  const header = headers[column];
  if (header === undefined) return undefined;

  return {
    address: { column, header, field: 'address' },
    fields: fieldColumns(headers, column, { ...mapping, types: { ...types, ...mapping.types } }),
    customs: { decimal: mapping.decimal, dates: mapping.dates },
  };
};

const addressColumn = (headers: readonly string[], { address, isRemembered }: ColumnMapping): number => {
  const named = address === undefined ? -1 : headers.findIndex((header) => same(header, address));
  const isRecognised = named < 0 && (address === undefined || isRemembered === true);
  return isRecognised ? headers.findIndex(isAddressHeader) : named;
};

const isAddressHeader = (header: string): boolean =>
  ADDRESS_HEADERS.has(header.toLowerCase().replaceAll(/[\s_.-]/g, ''));

const fieldColumns = (
  headers: readonly string[],
  address: number,
  { fields = {}, types = {} }: ColumnMapping,
): readonly FieldColumn[] => {
  const mapped = new Map(Object.entries(fields).map(([header, field]) => [comparable(header), field]));
  const typed = new Map(Object.entries(types));
  const names = new Names();
  return headers.flatMap((header, column) => {
    const wanted = mapped.get(comparable(header));
    if (column === address || wanted === null) return [];
    const field = names.unused(fieldName(wanted ?? header) || `column_${columnLetters(column)}`);
    const type = typed.get(field);
    return [{ column, header, field, ...(type !== undefined && type !== 'text' && { type }) }];
  });
};

/** A name that a template can say: letters of any script, digits and underscores, not beginning with a digit. */
export const fieldName = (header: string): string => {
  const name = header
    .slice(0, LONGEST_HEADER)
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}_]+/gu, '_')
    .replaceAll(/^_+|_+$/g, '');
  return beginningOf(/^\p{N}/u.test(name) ? `_${name}` : name, LONGEST_FIELD_NAME).toWellFormed();
};

/** Names that are taken. A sheet may have 16,384 columns of one header: where the search for a free number ended is kept. */
class Names {
  readonly #taken = new Set<string>();
  readonly #last = new Map<string, number>();

  unused(name: string): string {
    for (let n = this.#last.get(name) ?? 1; ; n += 1) {
      const suffix = n === 1 ? '' : `_${n}`;
      const candidate = `${beginningOf(name, LONGEST_FIELD_NAME - suffix.length)}${suffix}`;
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
