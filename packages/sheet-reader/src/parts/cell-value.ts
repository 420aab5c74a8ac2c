import type { Cell } from '../cell.ts';
import { malformed } from '../workbook-error.ts';
import type { CellHead } from './cell-head.ts';
import { dateOf } from './date-formats.ts';
import type { StringArena } from './string-arena.ts';

/** What cells of all sheets refer to. */
export interface Values {
  readonly strings: StringArena;
  /** By style number. */
  readonly dateStyles: readonly boolean[];
  readonly is1904: boolean;
}

/** JavaScript takes other texts for numbers too, such as `0x10`. */
const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const ISO = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?Z?$/;

/**
 * The value of a cell by its type; `undefined` for a cell that holds nothing. A formula's value is the one Excel worked out last.
 * @throws WorkbookError `malformed`
 */
export const valueOf = ({ type, style }: CellHead, raw: string | number, values: Values): Cell | undefined => {
  if (type === 'n' || type === 's') {
    const number = typeof raw === 'number' ? raw : numberOf(raw);
    if (number === undefined) return undefined;
    if (type === 's') return values.strings.get(number);
    return values.dateStyles[style] === true ? dateOf(number, values.is1904) : number;
  }
  const text = String(raw);
  if (type === 'str' || type === 'inlineStr') return text;
  if (text === '') return undefined;
  if (type === 'b') return truthOf(text.trim().toLowerCase());
  return type === 'e' ? { error: text } : isoDateOf(text);
};

const numberOf = (text: string): number | undefined => {
  const digits = text.trim();
  if (digits === '') return undefined;
  const number = Number(digits);
  if (!DECIMAL.test(digits) || !Number.isFinite(number)) throw malformed('a number is none');
  return number;
};

const truthOf = (text: string): boolean => {
  if (text === '1' || text === 'true') return true;
  if (text === '0' || text === 'false') return false;
  throw malformed('a truth is none');
};

const isoDateOf = (text: string): Cell => {
  // A time of day alone is no date; it is shown as it is written.
  if (!ISO.test(text)) return text;
  const date = new Date(text.includes('T') && !text.endsWith('Z') ? `${text}Z` : text);
  return Number.isNaN(date.getTime()) ? text : date;
};
