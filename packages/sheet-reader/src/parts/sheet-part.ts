import type { Cell, Row } from '../cell.ts';
import type { Limits } from '../limits.ts';
import { malformed, tooLarge } from '../workbook-error.ts';
import { nameCode } from '../xml/name-code.ts';
import type { Piece } from '../xml/piece.ts';
import { decodeEscapes, decodeXml } from '../xml/text.ts';
import type { XmlHandler } from '../xml/xml-scanner.ts';
import { CellHead, readRowNumber, wholeNumberAt } from './cell-head.ts';
import { type Values, valueOf } from './cell-value.ts';
import { CommonCell } from './common-cell.ts';

const ROW = nameCode('row');
const C = nameCode('c');
const V = nameCode('v');
const IS = nameCode('is');
const T = nameCode('t');
const R_PH = nameCode('rPh');
const SHEET_DATA = nameCode('sheetData');
const EXT_LST = nameCode('extLst');

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/** Reads the rows of a sheet. Rows and cells without a value are passed over; those that say no place follow the one before. */
export class SheetPart implements XmlHandler {
  readonly #values: Values;
  readonly #limits: Limits;
  #rows: Row[] = [];
  #cells: (Cell | undefined)[] = [];
  #row = 0;
  #rowsBegun = 0;
  #rowLetters = 0;
  readonly #head = new CellHead();
  readonly #common = new CommonCell();
  #text = '';
  #flags = 0;
  /** The value instead of its text, where it is a whole number: most numbers, and every reference to a shared string. */
  #whole: number | undefined;
  #hasValue = false;
  #isInData = false;
  #isInCell = false;
  #isInInline = false;
  #isInPhonetic = false;
  #isInText = false;
  /** What programs add of their own, inside of cells too, may have tags of the same names; it is not taken for data. */
  #isInExtension = false;

  constructor(values: Values, limits: Limits) {
    this.#values = values;
    this.#limits = limits;
  }

  /** The rows read since it was asked last. */
  take(): readonly Row[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: number, bytes: Buffer, from: number, to: number): void {
    if (!this.#isInData) {
      this.#isInData = name === SHEET_DATA && !this.#isInExtension;
    } else if (name === C) {
      this.#beginCell(bytes, from, to);
    } else if (name === V) {
      this.#isInText = this.#isInCell;
      this.#hasValue = true;
    } else if (name === ROW) {
      this.#beginRow(bytes, from, to);
    } else if (name === T) {
      this.#isInText = this.#isInInline && !this.#isInPhonetic;
      this.#hasValue ||= this.#isInText;
    } else if (name === IS) {
      this.#isInInline = true;
    } else if (name === R_PH) {
      this.#isInPhonetic = true;
    } else if (name === EXT_LST) {
      this.#isInExtension = true;
      this.#isInData = false;
    }
  }

  /** A cell, unless it would stand inside of another one. */
  takeWhole(piece: Piece, tag: number): number {
    if (!this.#isInData || this.#isInCell || this.#isInInline || this.#isInPhonetic) return 0;
    const cell = this.#common;
    const end = cell.read(piece.bytes, tag);
    if (end === 0 || cell.column >= LAST_COLUMN) return 0;
    this.#head.take(cell);
    this.#clearCell();
    this.#isInText = true;
    if (cell.to > cell.from) this.text(piece, cell.from, cell.to, cell.flags);
    this.#isInText = false;
    this.#hasValue = true;
    this.#endCell();
    return end;
  }

  text(piece: Piece, from: number, to: number, flags: number): void {
    if (!this.#isInText) return;
    if (this.#whole === undefined && this.#text === '' && this.#head.isNumeric) {
      this.#whole = wholeNumberAt(piece.bytes, from, to);
      if (this.#whole !== undefined) return;
    }
    if (this.#whole !== undefined) this.#text = String(this.#whole);
    this.#whole = undefined;
    if (this.#text.length + to - from > this.#limits.tokenBytes) throw tooLarge('a text is too long');
    this.#text += decodeXml(piece, from, to, flags);
    this.#flags |= flags;
  }

  close(name: number): void {
    if (!this.#isInData) {
      if (name === EXT_LST && this.#isInExtension) this.#endExtension();
    } else if (name === V || name === T) this.#isInText = false;
    else if (name === C) this.#endCell();
    else if (name === ROW) this.#endRow();
    else if (name === IS) this.#isInInline = false;
    else if (name === R_PH) this.#isInPhonetic = false;
    else if (name === SHEET_DATA) this.#isInData = false;
  }

  #beginRow(bytes: Buffer, from: number, to: number): void {
    this.#row = readRowNumber(bytes, from, to) ?? this.#row + 1;
    this.#rowsBegun += 1;
    if (this.#row < 1 || this.#row > LAST_ROW || this.#rowsBegun > LAST_ROW) {
      throw malformed('a row lies outside of any sheet');
    }
    this.#rowLetters = 0;
    this.#head.beginRow();
  }

  #beginCell(bytes: Buffer, from: number, to: number): void {
    this.#head.read(bytes, from, to);
    if (this.#head.column >= LAST_COLUMN) throw malformed('a cell lies outside of any sheet');
    this.#clearCell();
    this.#isInCell = true;
  }

  #clearCell(): void {
    this.#hasValue = false;
    this.#text = '';
    this.#flags = 0;
    this.#whole = undefined;
  }

  #endExtension(): void {
    this.#isInExtension = false;
    this.#isInData = true;
  }

  #endCell(): void {
    this.#isInCell = false;
    if (!this.#hasValue) return;
    const value = valueOf(this.#head, this.#whole ?? decodeEscapes(this.#text, this.#flags), this.#values);
    if (value === undefined) return;
    if (typeof value === 'string') this.#rowLetters += value.length;
    if (this.#rowLetters > this.#limits.rowLetters) throw tooLarge('a row is too long');
    this.#cells[this.#head.column] = value;
  }

  #endRow(): void {
    if (this.#cells.length === 0) return;
    this.#rows.push({ row: this.#row, cells: this.#cells });
    this.#cells = [];
  }
}
