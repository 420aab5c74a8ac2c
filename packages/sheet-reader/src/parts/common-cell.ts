import { behind, behindDigits } from '../xml/expected.ts';
import { FLAGS } from '../xml/text.ts';
import type { CellType } from './cell-head.ts';

const [LT, QUOTE, ZERO] = [0x3c, 0x22, 0x30];
const [A, Z] = [0x41, 0x5a];
const MOST_LETTERS = 3;
/** No row has a longer number, and no workbook that many styles. */
const MOST_DIGITS = 7;

const START = Buffer.from('<c r="');
const STYLE = Buffer.from(' s="');
const TYPE = Buffer.from(' t="');
const VALUE = { start: Buffer.from('><v>'), end: Buffer.from('</v></c>') } as const;
const INLINE = { start: Buffer.from('><is><t>'), end: Buffer.from('</t></is></c>') } as const;
const types = (['s', 'b', 'n', 'inlineStr', 'str'] as const).map((type) => ({ type, bytes: Buffer.from(`${type}"`) }));

/**
 * A cell that is written as nearly all are, such as `<c r="A1" s="1" t="s"><v>7</v></c>`, recognised as a whole: tag by tag takes three times as
 * long. One is used for all cells.
 */
export class CommonCell {
  /** From 0. */
  column = 0;
  style = 0;
  type: CellType = 'n';
  /** Where its text stands, and what must be decoded of it. */
  from = 0;
  to = 0;
  flags = 0;

  /** Reads the cell that begins at `tag`; answers where it ends, 0 if it is written in any other way or not there as a whole. */
  read(bytes: Buffer, tag: number): number {
    let at = behind(bytes, tag, START);
    if (at !== 0) at = this.#readPlace(bytes, at);
    if (at !== 0) at = this.#readStyle(bytes, at);
    if (at !== 0) at = this.#readType(bytes, at);
    if (at === 0) return 0;
    const { start, end } = this.type === 'inlineStr' ? INLINE : VALUE;
    this.from = behind(bytes, at, start);
    if (this.from === 0) return 0;
    this.#readText(bytes);
    return behind(bytes, this.to, end);
  }

  /** Letters, digits and the quotation mark. Which row the digits name, the row itself has said. */
  #readPlace(bytes: Buffer, from: number): number {
    let column = 0;
    let at = from;
    for (; at < from + MOST_LETTERS; at += 1) {
      const letter = bytes[at] ?? 0;
      if (letter < A || letter > Z) break;
      column = column * 26 + letter - A + 1;
    }
    const end = behindDigits(bytes, at, MOST_DIGITS);
    this.column = column - 1;
    return column === 0 || end === at || bytes[end] !== QUOTE ? 0 : end + 1;
  }

  #readStyle(bytes: Buffer, from: number): number {
    this.style = 0;
    const start = behind(bytes, from, STYLE);
    if (start === 0) return from;
    const end = behindDigits(bytes, start, MOST_DIGITS);
    for (let at = start; at < end; at += 1) this.style = this.style * 10 + (bytes[at] ?? 0) - ZERO;
    return end === start || bytes[end] !== QUOTE ? 0 : end + 1;
  }

  #readType(bytes: Buffer, from: number): number {
    this.type = 'n';
    const start = behind(bytes, from, TYPE);
    if (start === 0) return from;
    for (const { type, bytes: name } of types) {
      const end = behind(bytes, start, name);
      if (end === 0) continue;
      this.type = type;
      return end;
    }
    return 0;
  }

  #readText(bytes: Buffer): void {
    let flags = 0;
    let at = this.from;
    for (; at < bytes.length && bytes[at] !== LT; at += 1) flags |= FLAGS[bytes[at] ?? 0] ?? 0;
    this.to = at;
    this.flags = flags;
  }
}
