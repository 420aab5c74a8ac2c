import { malformed } from '../workbook-error.ts';
import { type AttributeRange, nextAttribute } from '../xml/attributes.ts';
import { codeOf, nameCode } from '../xml/name-code.ts';

/** How a cell's value is written (ECMA-376 part 1, 18.18.11). */
export type CellType = 'n' | 's' | 'str' | 'inlineStr' | 'b' | 'e' | 'd';

const [R, S, T] = [0x72, 0x73, 0x74];
const [SPACE, EQUALS, QUOTE] = [0x20, 0x3d, 0x22];
const PLAIN_START = ' r="'.length;
const [ZERO, NINE] = [0x30, 0x39];
const MOST_DIGITS = 15;
/** By the code of their names, which need no string. */
const types: ReadonlyMap<number, CellType> = new Map(
  (['n', 's', 'str', 'inlineStr', 'b', 'e', 'd'] as const).map((type) => [nameCode(type), type]),
);

/** What a cell says of itself before its value. One is used for all cells, of which a sheet has millions. */
export class CellHead {
  /** From 0. */
  column = -1;
  style = 0;
  type: CellType = 'n';

  /** Whether the value is a number, if only that of a shared string. */
  get isNumeric(): boolean {
    return this.type === 's' || this.type === 'n';
  }

  beginRow(): void {
    this.column = -1;
  }

  /** Takes what was read elsewhere. */
  take({ column, style, type }: Pick<CellHead, 'column' | 'style' | 'type'>): void {
    this.column = column;
    this.style = style;
    this.type = type;
  }

  /** Reads the attributes of the next cell. One that does not say where it stands follows the one before. */
  read(bytes: Buffer, from: number, to: number): void {
    this.column += 1;
    this.style = 0;
    this.type = 'n';
    for (let at = from; at < to; ) {
      const end = endOfPlain(bytes, at, to);
      if (end > 0) {
        this.#take(bytes[at + 1] ?? 0, bytes, at + PLAIN_START, end);
        at = end + 1;
        continue;
      }
      const other = nextAttribute(bytes, at, to);
      if (other === undefined) return;
      this.#take(letterOf(bytes, other), bytes, other.from, other.to);
      at = other.to + 1;
    }
  }

  /** Takes one value, of the attribute whose name is this letter. */
  #take(letter: number, bytes: Buffer, from: number, to: number): void {
    if (letter === R) this.column = columnAt(bytes, from, to);
    else if (letter === S) this.style = integerAt(bytes, from, to);
    else if (letter === T) this.type = typeAt(bytes, from, to);
  }
}

/** Where the value ends of an attribute that is written as nearly all are, such as ` r="A1"`; 0 for any other. */
const endOfPlain = (bytes: Buffer, at: number, to: number): number => {
  if (bytes[at] !== SPACE || bytes[at + 2] !== EQUALS || bytes[at + 3] !== QUOTE) return 0;
  let end = at + PLAIN_START;
  while (end < to && bytes[end] !== QUOTE) end += 1;
  return end < to ? end : 0;
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
