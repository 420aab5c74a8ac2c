import { malformed } from '../workbook-error.ts';

const LT = 0x3c;
const GT = 0x3e;
const BANG = 0x21;
const QUESTION = 0x3f;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

const COMMENT = { start: '<!--', end: '-->' } as const;
export const CDATA = { start: '<![CDATA[', end: ']]>' } as const;

/** Where the tag, comment or section that begins at `tag` ends; -1 if it is not there as a whole. */
export const endOfTag = (bytes: Buffer, tag: number): number => {
  const kind = bytes[tag + 1];
  if (kind === BANG || kind === QUESTION) return endOfAside(bytes, tag);

  for (let at = tag + 1; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === GT) return at + 1;
    if (byte === LT) throw malformed('a tag is not closed');
    if (byte === QUOTE || byte === APOSTROPHE) at = endOfValue(bytes, at + 1, byte);
  }
  return -1;
};

/** Where the value of an attribute ends, at its other quotation mark. */
const endOfValue = (bytes: Buffer, from: number, quote: number): number => {
  let at = from;
  for (; at < bytes.length && bytes[at] !== quote; at += 1) {
    if (bytes[at] === LT) throw malformed('a tag is not closed');
  }
  return at;
};

const endOfAside = (bytes: Buffer, tag: number): number => {
  if (bytes[tag + 1] === QUESTION) return endOf(bytes, '?>', tag + 2);
  if (startsWith(bytes, COMMENT.start, tag)) return endOf(bytes, COMMENT.end, tag + COMMENT.start.length);
  if (startsWith(bytes, CDATA.start, tag)) return endOf(bytes, CDATA.end, tag + CDATA.start.length);
  const start = bytes.toString('latin1', tag, tag + CDATA.start.length);
  if (COMMENT.start.startsWith(start) || CDATA.start.startsWith(start)) return -1;
  throw malformed('a part has a document type of its own');
};

export const startsWith = (bytes: Buffer, start: string, at: number): boolean =>
  bytes.toString('latin1', at, at + start.length) === start;

const endOf = (bytes: Buffer, end: string, from: number): number => {
  const at = bytes.indexOf(end, from, 'latin1');
  return at < 0 ? -1 : at + end.length;
};
