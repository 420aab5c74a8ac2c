import { malformed } from '../workbook-error.ts';
import type { Piece } from './piece.ts';

/** What the scanner saw in a text, so that most texts are decoded in one step. */
export const NON_ASCII = 1;
export const HAS_REFERENCE = 2;
export const HAS_RETURN = 4;
/** An underscore: Excel writes characters that XML cannot hold as `_x000D_`. */
export const HAS_UNDERSCORE = 8;

/** What each byte of a text means for decoding it. */
export const FLAGS = Uint8Array.from({ length: 256 }, (_, byte) => (byte < 0x80 ? 0 : NON_ASCII));
FLAGS[0x26] = HAS_REFERENCE;
FLAGS[0x0d] = HAS_RETURN;
FLAGS[0x5f] = HAS_UNDERSCORE;

const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * Decodes the text between two tags, or the value of an attribute: UTF-8, line ends, entities. `flags` may claim too much, never too little.
 * The scanner sees to it that UTF-8 is what it is.
 * @throws WorkbookError `malformed` for entities that XML does not know by itself
 */
export const decodeXml = (piece: Piece, from: number, to: number, flags: number): string => {
  const raw = (flags & NON_ASCII) === 0 ? piece.ascii(from, to) : piece.bytes.toString('utf8', from, to);
  const text = (flags & HAS_RETURN) === 0 ? raw : raw.replaceAll(/\r\n?/g, '\n');
  return (flags & HAS_REFERENCE) === 0 ? text : resolved(text);
};

/** Decodes what Excel escapes on top of XML (ECMA-376 part 1, 22.9.2.19, ST_Xstring). */
export const decodeEscapes = (text: string, flags: number): string =>
  (flags & HAS_UNDERSCORE) === 0
    ? text
    : text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** By hand: in many lists every row has an ampersand, and a pattern with a function takes several times as long. */
const resolved = (text: string): string => {
  let done = '';
  let from = 0;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', from)) {
    const end = text.indexOf(';', at);
    done += text.slice(from, at) + characterOf(end < 0 ? '' : text.slice(at + 1, end));
    from = end + 1;
  }
  return done + text.slice(from);
};

const characterOf = (name: string): string => {
  const character = named.get(name) ?? numbered(name);
  if (character === undefined) throw malformed('a text has an unknown entity');
  return character;
};

const numbered = (name: string): string | undefined => {
  const digits = /^#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}))$/.exec(name);
  if (digits === null) return undefined;
  const point = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16);
  const isSurrogate = point >= 0xd8_00 && point <= 0xdf_ff;
  return point === 0 || point > 0x10_ff_ff || isSurrogate ? undefined : String.fromCodePoint(point);
};
