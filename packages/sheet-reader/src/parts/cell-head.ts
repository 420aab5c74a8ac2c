import { malformed } from '../workbook-error.ts';
import { type AttributeRange, nextAttribute } from '../xml/attributes.ts';
import { codeOf, nameCode } from '../xml/name-code.ts';

/** How a cell's value is written (ECMA-376 part 1, 18.18.11). */
export type CellType = 'n' | 's' | 'str' | 'inlineStr' | 'b' | 'e' | 'd';

/** What a cell says of itself before its value. */
export interface CellHead {
  /** From 0. */
  readonly column: number;
  readonly style: number;
  readonly type: CellType;
}

/** Whether the value is a number, if only that of a shared string. */
export const isNumeric = ({ type }: CellHead): boolean => type === 's' || type === 'n';

interface Place {
  readonly from: number;
  readonly to: number;
  readonly previousColumn: number;
}

const [R, S, T] = [0x72, 0x73, 0x74];
const [ZERO, NINE] = [0x30, 0x39];
const MOST_DIGITS = 15;
/** By the code of their names, which need no string. */
const types: ReadonlyMap<number, CellType> = new Map(
  (['n', 's', 'str', 'inlineStr', 'b', 'e', 'd'] as const).map((type) => [nameCode(type), type]),
);

/** Reads the attributes `r`, `s` and `t` of a cell, byte by byte: a sheet has millions of them. */
export const readHead = (bytes: Buffer, { from, to, previousColumn }: Place): CellHead => {
  let column = previousColumn + 1;
  let style = 0;
  let type: CellType = 'n';
  for (let at = from; at < to; ) {
    const value = nextAttribute(bytes, at, to);
    if (value === undefined) break;
    const name = letterOf(bytes, value);
    if (name === R) column = columnAt(bytes, value.from, value.to);
    else if (name === S) style = integerAt(bytes, value.from, value.to);
    else if (name === T) type = typeAt(bytes, value.from, value.to);
    at = value.to + 1;
  }
  return { column, style, type };
};

export const readRowNumber = (bytes: Buffer, from: number, to: number): number | undefined => {
  for (let at = from; at < to; ) {
    const value = nextAttribute(bytes, at, to);
    if (value === undefined) return undefined;
    if (letterOf(bytes, value) === R) return integerAt(bytes, value.from, value.to);
    at = value.to + 1;
  }
  return undefined;
};

/** The letter of a name of one letter, else 0. */
const letterOf = (bytes: Buffer, { name, nameEnd }: AttributeRange): number =>
  nameEnd === name + 1 ? (bytes[name] ?? 0) : 0;

const columnAt = (bytes: Buffer, from: number, to: number): number => {
  let column = 0;
  let at = from;
  for (; at < to; at += 1) {
    // Capitals: bit 5 makes the difference.
    const letter = (bytes[at] ?? 0) & 0xdf;
    if (letter < 0x41 || letter > 0x5a) break;
    column = column * 26 + letter - 0x40;
    if (column > 0xff_ff) break;
  }
  if (column === 0 || at >= to) throw malformed('a cell does not say where it stands');
  return column - 1;
};

/** A number written in digits only, few enough to be exact. */
export const wholeNumberAt = (bytes: Buffer, from: number, to: number): number | undefined => {
  if (to === from || to - from > MOST_DIGITS) return undefined;
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const digit = bytes[at] ?? 0;
    if (digit < ZERO || digit > NINE) return undefined;
    number = number * 10 + digit - ZERO;
  }
  return number;
};

const integerAt = (bytes: Buffer, from: number, to: number): number => {
  const number = wholeNumberAt(bytes, from, to);
  if (number === undefined) throw malformed('a number of a cell or row is none');
  return number;
};

const typeAt = (bytes: Buffer, from: number, to: number): CellType => {
  const type = types.get(codeOf(bytes, from, to));
  if (type === undefined) throw malformed('a cell is of an unknown type');
  return type;
};
