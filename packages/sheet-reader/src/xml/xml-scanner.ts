import { isUtf8 } from 'node:buffer';

import { malformed, tooLarge } from '../workbook-error.ts';
import { CDATA, endOfTag, startsWith } from './end-of-tag.ts';
import { codeOf } from './name-code.ts';
import { Piece } from './piece.ts';
import { FLAGS, HAS_RETURN, HAS_UNDERSCORE, NON_ASCII } from './text.ts';

const LT = 0x3c;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const COLON = 0x3a;
const SPACE = 0x20;

const MARK = [0xef, 0xbb, 0xbf] as const;
const DEEPEST = 256;
/** So many levels an element that is taken as a whole may have. */
const WHOLE_LEVELS = 4;
const NOTHING: Buffer = Buffer.alloc(0);

/** Hears of a document tag by tag. Names are codes (`nameCode`); nobody changes the bytes later. */
export interface XmlHandler {
  /** The range holds the attributes as they are written. An empty element is opened and closed. */
  open(name: number, bytes: Buffer, from: number, to: number): void;
  /** `flags` tell what must be decoded. A text may come in several pieces. */
  text(piece: Piece, from: number, to: number, flags: number): void;
  close(name: number): void;
  /**
   * Takes the element that begins at `tag` as a whole, if it is there as a whole and written in the one way that is known here, as millions
   * of them are. Answers where it ends, 0 if it was not taken. It must come to the same as what would be heard of it.
   */
  takeWhole?(piece: Piece, tag: number): number;
}

/**
 * Scans an XML document that arrives in pieces. A tag, or the text before it, is handed on only once it is there as a whole, so no letter is
 * ever split; what has arrived of it is kept, up to a limit. Checks that tags match. Knows no DTD: a document that
 * brings one is refused, and with it every entity of its own making.
 */
export class XmlScanner {
  readonly #handler: XmlHandler;
  readonly #tokenBytes: number;
  readonly #hasWholes: boolean;
  readonly #open = new Int32Array(DEEPEST);
  #depth = 0;
  #rest = NOTHING;
  #hasRoot = false;
  #isStarted = false;

  constructor(handler: XmlHandler, tokenBytes: number) {
    this.#handler = handler;
    this.#tokenBytes = tokenBytes;
    this.#hasWholes = handler.takeWhole !== undefined;
  }

  /** @throws WorkbookError `malformed`, `too_large` */
  write(piece: Buffer): void {
    const bytes = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
    if (!this.#isStarted && bytes.length < MARK.length) {
      this.#rest = bytes;
      return;
    }
    const start = this.#isStarted ? 0 : afterMark(bytes);
    this.#isStarted = true;
    const end = this.#scan(new Piece(bytes), start);
    // At once for all texts, of which there are many; what is handed on counts only if no call fails. Between tags no letter is cut.
    if (!isUtf8(bytes.subarray(0, end))) throw malformed('a part is not UTF-8');
    this.#rest = bytes.subarray(end);
    if (this.#rest.length > this.#tokenBytes) throw tooLarge('a text or a tag is too long');
  }

  /** @throws WorkbookError `malformed` if the document is not complete */
  end(): void {
    if (!this.#hasRoot || this.#depth > 0 || this.#rest.some((byte) => byte > SPACE)) {
      throw malformed('a part ends in the middle');
    }
  }

  /** Hands on everything that is complete. Answers where the rest begins. */
  #scan(piece: Piece, start: number): number {
    const { bytes } = piece;
    let at = start;
    for (;;) {
      let flags = 0;
      let tag = at;
      while (tag < bytes.length && bytes[tag] !== LT) {
        flags |= FLAGS[bytes[tag] ?? 0] ?? 0;
        tag += 1;
      }
      if (tag >= bytes.length) return at;

      const behind = tag > at ? 0 : this.#takeWhole(piece, tag);
      if (behind > 0) {
        at = behind;
        continue;
      }
      const end = endOfTag(bytes, tag);
      if (end < 0) return at;
      if (tag > at) this.#text(piece, at, tag, flags);
      at = end;
      const kind = bytes[tag + 1];
      if (kind === SLASH) this.#close(bytes, tag + 2, end - 1);
      else if (kind === BANG || kind === QUESTION) this.#aside(piece, tag, end);
      else this.#openTag(bytes, tag + 1, end - 1);
    }
  }

  #takeWhole(piece: Piece, tag: number): number {
    const isDeepEnough = this.#depth > 0 && this.#depth < DEEPEST - WHOLE_LEVELS;
    return this.#hasWholes && isDeepEnough ? (this.#handler.takeWhole?.(piece, tag) ?? 0) : 0;
  }

  #text(piece: Piece, from: number, to: number, flags: number): void {
    if (this.#depth > 0) this.#handler.text(piece, from, to, flags);
    else if (piece.bytes.subarray(from, to).some((byte) => byte > SPACE)) throw malformed('a text stands outside');
  }

  #openTag(bytes: Buffer, from: number, end: number): void {
    const isEmpty = bytes[end - 1] === SLASH;
    const to = isEmpty ? end - 1 : end;
    let name = from;
    let local = from;
    for (; name < to; name += 1) {
      const byte = bytes[name] ?? 0;
      if (byte <= SPACE) break;
      if (byte === COLON) local = name + 1;
    }
    if (name === local || (this.#depth === 0 && this.#hasRoot)) throw malformed('a tag is out of place');
    const code = codeOf(bytes, local, name);
    this.#hasRoot = true;
    this.#handler.open(code, bytes, name, to);
    if (isEmpty) return this.#handler.close(code);
    if (this.#depth >= DEEPEST) throw malformed('tags are nested too deeply');
    this.#open[this.#depth] = code;
    this.#depth += 1;
  }

  #close(bytes: Buffer, from: number, end: number): void {
    let to = from;
    let local = from;
    for (; to < end; to += 1) {
      const byte = bytes[to] ?? 0;
      if (byte <= SPACE) break;
      if (byte === COLON) local = to + 1;
    }
    const code = codeOf(bytes, local, to);
    this.#depth -= 1;
    if (this.#depth < 0 || this.#open[this.#depth] !== code) throw malformed('tags do not match');
    this.#handler.close(code);
  }

  /** Comments and instructions are passed over; a CDATA section is text. */
  #aside(piece: Piece, tag: number, end: number): void {
    if (!startsWith(piece.bytes, CDATA.start, tag)) return;
    if (this.#depth === 0) throw malformed('a text stands outside');
    const from = tag + CDATA.start.length;
    const to = end - CDATA.end.length;
    if (to > from) this.#handler.text(piece, from, to, NON_ASCII | HAS_RETURN | HAS_UNDERSCORE);
  }
}

/** A byte order mark may stand before a document. @throws WorkbookError `malformed` if it is not UTF-8 */
const afterMark = (bytes: Buffer): number => {
  if (MARK.every((byte, at) => bytes[at] === byte)) return MARK.length;
  if (bytes[0] !== LT && (bytes[0] ?? 0) > SPACE) throw malformed('a part is not UTF-8');
  return 0;
};
