import { tooLarge } from '../workbook-error.ts';
import { behind } from '../xml/expected.ts';
import { nameCode } from '../xml/name-code.ts';
import type { Piece } from '../xml/piece.ts';
import { decodeEscapes, decodeXml, FLAGS, NON_ASCII } from '../xml/text.ts';
import type { XmlHandler } from '../xml/xml-scanner.ts';
import type { StringArena } from './string-arena.ts';

const SI = nameCode('si');
const T = nameCode('t');
const R_PH = nameCode('rPh');
const LT = 0x3c;
const START = Buffer.from('<si><t>');
const START_WITH_SPACES = Buffer.from('<si><t xml:space="preserve">');
const END = Buffer.from('</t></si>');

/** A text as it is written in the part. */
interface RawText {
  readonly piece: Piece;
  readonly from: number;
  readonly to: number;
  readonly flags: number;
}

/** Reads the strings that cells share. Of a rich text the runs are joined, and how it is pronounced is left out. */
export class SharedStringsPart implements XmlHandler {
  readonly #arena: StringArena;
  readonly #mostBytes: number;
  #isInText = false;
  #isInPhonetic = false;
  /** No program writes a string inside of another one. */
  #depth = 0;
  #texts: RawText[] = [];
  #bytes = 0;

  /** `mostBytes` bounds each string. */
  constructor(arena: StringArena, mostBytes: number) {
    this.#arena = arena;
    this.#mostBytes = mostBytes;
  }

  open(name: number): void {
    if (name === T) this.#isInText = !this.#isInPhonetic;
    else if (name === R_PH) this.#isInPhonetic = true;
    else if (name === SI) {
      this.#depth += 1;
      this.#texts = [];
      this.#bytes = 0;
    }
  }

  /** A string that is one text. */
  takeWhole(piece: Piece, tag: number): number {
    if (this.#isInPhonetic || this.#depth > 0) return 0;
    const { bytes } = piece;
    const from = behind(bytes, tag, START) || behind(bytes, tag, START_WITH_SPACES);
    if (from === 0) return 0;
    let flags = 0;
    let to = from;
    for (; to < bytes.length && bytes[to] !== LT; to += 1) flags |= FLAGS[bytes[to] ?? 0] ?? 0;
    const end = behind(bytes, to, END);
    if (end === 0) return 0;
    this.#bytes = to - from;
    if (this.#bytes > this.#mostBytes) throw tooLarge('a text is too long');
    this.#isInText = false;
    if ((flags & ~NON_ASCII) === 0) this.#arena.addBytes(bytes, { from, to, isAscii: flags === 0 });
    else this.#arena.add(decodeEscapes(decodeXml(piece, from, to, flags), flags));
    return end;
  }

  text(piece: Piece, from: number, to: number, flags: number): void {
    if (!this.#isInText) return;
    this.#bytes += to - from;
    if (this.#bytes > this.#mostBytes) throw tooLarge('a text is too long');
    this.#texts.push({ piece, from, to, flags });
  }

  close(name: number): void {
    if (name === T) this.#isInText = false;
    else if (name === R_PH) this.#isInPhonetic = false;
    else if (name === SI) {
      this.#depth -= 1;
      this.#add();
    }
  }

  /** Most strings are one text in which there is nothing to decode: its bytes are taken as they are. */
  #add(): void {
    const [first] = this.#texts;
    if (this.#texts.length === 1 && first !== undefined && (first.flags & ~NON_ASCII) === 0) {
      const { piece, from, to, flags } = first;
      this.#arena.addBytes(piece.bytes, { from, to, isAscii: flags === 0 });
      return;
    }
    let text = '';
    let all = 0;
    for (const { piece, from, to, flags } of this.#texts) {
      text += decodeXml(piece, from, to, flags);
      all |= flags;
    }
    this.#arena.add(decodeEscapes(text, all));
  }
}
