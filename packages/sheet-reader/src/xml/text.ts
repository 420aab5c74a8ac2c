import { isUtf8 } from 'node:buffer';

import { malformed } from '../workbook-error.ts';

/** What the scanner saw in a text, so that most texts are decoded in one step. */
export const NON_ASCII = 1;
export const HAS_REFERENCE = 2;
export const HAS_RETURN = 4;
/** An underscore: Excel writes characters that XML cannot hold as `_x000D_`. */
export const HAS_UNDERSCORE = 8;

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const REPLACEMENT = '\uFFFD';

/**
 * Decodes the text between two tags, or the value of an attribute: UTF-8, line ends, entities. `flags` may claim too much, never too little.
 * @throws WorkbookError `malformed` for bytes that are not UTF-8, and for entities that XML does not know by itself
 */
export const decodeXml = (bytes: Buffer, from: number, to: number, flags: number): string => {
  const raw = (flags & NON_ASCII) === 0 ? bytes.toString('latin1', from, to) : decodeUtf8(bytes, from, to);
  const text = (flags & HAS_RETURN) === 0 ? raw : raw.replaceAll(/\r\n?/g, '\n');
  return (flags & HAS_REFERENCE) === 0 ? text : text.replaceAll(/&([^;&]*);?/g, resolve);
};

/** Decodes what Excel escapes on top of XML (ECMA-376 part 1, 22.9.2.19, ST_Xstring). */
export const decodeEscapes = (text: string, flags: number): string =>
  (flags & HAS_UNDERSCORE) === 0
    ? text
    : text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const decodeUtf8 = (bytes: Buffer, from: number, to: number): string => {
  const text = bytes.toString('utf8', from, to);
  // Whatever is no UTF-8 was replaced; the sign itself may also stand there rightly.
  if (text.includes(REPLACEMENT) && !isUtf8(bytes.subarray(from, to))) throw malformed('a text is not UTF-8');
  return text;
};

const resolve = (reference: string, name: string): string => {
  const known = reference.endsWith(';') ? (named[name] ?? characterOf(name)) : undefined;
  if (known === undefined) throw malformed('a text has an unknown entity');
  return known;
};

const characterOf = (name: string): string | undefined => {
  const digits = /^#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}))$/.exec(name);
  if (digits === null) return undefined;
  const point = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16);
  const isSurrogate = point >= 0xd8_00 && point <= 0xdf_ff;
  return point === 0 || point > 0x10_ff_ff || isSurrogate ? undefined : String.fromCodePoint(point);
};
