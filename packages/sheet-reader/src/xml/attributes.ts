import { Piece } from './piece.ts';
import { decodeXml, HAS_REFERENCE, NON_ASCII } from './text.ts';

/** The attributes of a tag by local name. For the few tags that are worth it; a sheet's own are read byte by byte. */
export const attributesOf = (bytes: Buffer, from: number, to: number): ReadonlyMap<string, string> => {
  const attributes = new Map<string, string>();
  const text = decodeXml(new Piece(bytes), from, to, NON_ASCII);
  for (const [, name = '', double, single] of text.matchAll(/([^\s="'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const value = new Piece(Buffer.from(double ?? single ?? ''));
    attributes.set(name, decodeXml(value, 0, value.bytes.length, NON_ASCII | HAS_REFERENCE));
  }
  return attributes;
};

/** An attribute by its local name, whatever prefix the writer has chosen for its namespace. */
export const attribute = (attributes: ReadonlyMap<string, string>, local: string): string | undefined => {
  for (const [name, value] of attributes) if (name === local || name.endsWith(`:${local}`)) return value;
  return undefined;
};
