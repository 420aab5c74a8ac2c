import { malformed } from '../workbook-error.ts';
import { Piece } from './piece.ts';
import { decodeXml, HAS_REFERENCE, NON_ASCII } from './text.ts';

const [SPACE, EQUALS, QUOTE, APOSTROPHE] = [0x20, 0x3d, 0x22, 0x27];

/** Where an attribute stands among the bytes of its tag. */
export interface AttributeRange {
  readonly name: number;
  readonly nameEnd: number;
  /** Its value, as it is written between the quotation marks. */
  readonly from: number;
  readonly to: number;
}

/**
 * Finds the first attribute from `at` on, byte by byte: a sheet has millions of them, and no hostile tag takes longer than its length.
 * @throws WorkbookError `malformed`
 */
export const nextAttribute = (bytes: Buffer, at: number, end: number): AttributeRange | undefined => {
  const name = behindSpaces(bytes, at, end);
  if (name >= end) return undefined;
  let nameEnd = name;
  while (nameEnd < end && bytes[nameEnd] !== EQUALS && (bytes[nameEnd] ?? 0) > SPACE) nameEnd += 1;
  const equals = behindSpaces(bytes, nameEnd, end);
  const start = behindSpaces(bytes, equals + 1, end);
  const quote = bytes[start];
  const isQuoted = start < end && (quote === QUOTE || quote === APOSTROPHE);
  if (bytes[equals] !== EQUALS || !isQuoted) throw malformed('an attribute has no value');
  let to = start + 1;
  while (to < end && bytes[to] !== quote) to += 1;
  if (to >= end) throw malformed('an attribute has no end');
  return { name, nameEnd, from: start + 1, to };
};

const behindSpaces = (bytes: Buffer, from: number, end: number): number => {
  let at = from;
  while (at < end && (bytes[at] ?? 0) <= SPACE) at += 1;
  return at;
};

/** The attributes of a tag by name. For the few tags that are worth it. */
export const attributesOf = (bytes: Buffer, from: number, end: number): ReadonlyMap<string, string> => {
  const attributes = new Map<string, string>();
  const piece = new Piece(bytes.subarray(from, end));
  for (let at = 0; ; ) {
    const found = nextAttribute(piece.bytes, at, piece.bytes.length);
    if (found === undefined) return attributes;
    const name = decodeXml(piece, found.name, found.nameEnd, NON_ASCII);
    attributes.set(name, decodeXml(piece, found.from, found.to, NON_ASCII | HAS_REFERENCE));
    at = found.to + 1;
  }
};

/** An attribute by its local name, whatever prefix the writer has chosen for its namespace. */
export const attribute = (attributes: ReadonlyMap<string, string>, local: string): string | undefined => {
  for (const [name, value] of attributes) if (name === local || name.endsWith(`:${local}`)) return value;
  return undefined;
};
