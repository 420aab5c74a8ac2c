import type { AddressProblem } from './address.ts';
import { REJECTIONS_IN_KOREAN } from './rejection-in-korean.ts';
import type { ValueProblem } from './value-problem.ts';

/** Why a row is left out. */
export type RowProblem = AddressProblem | ValueProblem | 'field_too_long' | 'fields_too_long';

/** A row of a file that is not imported, as the person who made the file can find it. */
export interface RejectedRow {
  /** Said where an import has several files. */
  readonly file?: string | undefined;
  readonly sheet: string;
  /** As the spreadsheet program numbers it, from 1. */
  readonly row: number;
  /** The header of the column. */
  readonly column: string;
  readonly value: string;
  readonly problem: RowProblem;
}

export const LONGEST_FIELD = 4_096;
export const LONGEST_FIELDS = 32_768;

/** In English; each is a sentence of its own. */
export const REJECTIONS: Readonly<Record<RowProblem, string>> = {
  address_missing: 'There is no address here.',
  address_has_invisible_characters: 'The address contains invisible characters. Type it again instead of pasting it.',
  address_has_spaces: 'The address contains a space.',
  address_has_no_at: 'The address has no @.',
  address_is_more_than_one: 'There is more than one address, or something besides the address.',
  local_part_not_ascii: 'The part before the @ has letters that mail providers do not deliver to.',
  local_part_malformed: 'The part before the @ is not possible: a misplaced dot, a quote or a bracket.',
  local_part_too_long: 'The part before the @ is longer than 64 characters.',
  domain_malformed: 'The part after the @ is not a possible domain.',
  domain_has_no_dot: 'The part after the @ has no dot, as in example.com.',
  address_too_long: 'The address is longer than 254 characters.',
  field_too_long: `The text is longer than ${LONGEST_FIELD.toLocaleString('en')} characters.`,
  number_malformed: 'This is not a number as 1234.5 or 1,234.50 is.',
  number_too_long: 'A number has at most 15 digits. What is an account or a telephone belongs in a column of text.',
  date_malformed: 'This is not a date with the year in four digits, as 2026-11-22 or 2026. 11. 22. is.',
  date_impossible: 'The calendar has no such day, or the clock no such time.',
  date_ambiguous:
    'Nobody can tell the day from the month here. Write it as 2026-11-22, or say which comes first when you import a file.',
  boolean_malformed: 'This is neither yes nor no: write yes, no, true, false, 1, 0, 예, 아니오, ○ or ×.',
  fields_too_long: `The texts of this row together are longer than ${LONGEST_FIELDS.toLocaleString('en')} characters.`,
};

/** What to tell the person who made the file. */
export const sentenceOf = (problem: RowProblem): string => REJECTIONS[problem];

/** In which language a file of rejected rows is written. */
export type FileLanguage = 'en' | 'ko';

const HEADERS = {
  en: { file: 'file', others: 'sheet,row,column,value,reason' },
  ko: { file: '파일', others: '시트,행,열,값,이유' },
} as const;
const REASONS: Readonly<Record<FileLanguage, Readonly<Record<RowProblem, string>>>> = {
  en: REJECTIONS,
  ko: REJECTIONS_IN_KOREAN,
};

/**
 * What a CSV file of rejected rows begins with: the mark by which Excel opens it in the right encoding (BOM), and the headers.
 * Which file a row stands in is said where there are several.
 */
export const rejectedRowsHead = (files: number, language: FileLanguage = 'en'): string => {
  const { file, others } = HEADERS[language];
  return `\uFEFF${files > 1 ? `${file},` : ''}${others}\r\n`;
};

/** A line of that file. A text that Excel would take for a formula, in East Asia also one with full-width signs, is given an apostrophe. */
export const rejectedRowLine = (rejected: RejectedRow, language: FileLanguage = 'en'): string => {
  const { file, sheet, row, column, value, problem } = rejected;
  const values = [sheet, String(row), column, value, REASONS[language][problem]];
  return `${(file === undefined ? values : [file, ...values]).map(csvValue).join(',')}\r\n`;
};

const csvValue = (value: string): string => {
  const harmless = /^[\s]*[=+\-@＝＋－＠\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};
