import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A part of an archive, as text in pieces. */
export interface ZipPart {
  readonly path: string;
  readonly text: Iterable<string>;
}

interface Packed {
  readonly path: Buffer;
  readonly bytes: Buffer;
  readonly size: number;
  readonly checksum: number;
}

const UTF8_NAMES = 0x800;
const DEFLATED = 8;
const VERSION = 20;
const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;

/** Writes an archive below 4 GB, a part at a time. */
export const writeZip = async (file: string, parts: Iterable<ZipPart>): Promise<void> => {
  const output = createWriteStream(file);
  const directory: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const packed = await pack(part);
    const local = localHeader(packed);
    directory.push(centralHeader(packed, at));
    for (const bytes of [local, packed.bytes]) await write(output, bytes);
    at += local.length + packed.bytes.length;
  }
  const entries = Buffer.concat(directory);
  output.end(Buffer.concat([entries, endOfDirectory(directory.length, entries.length, at)]));
  await finished(output);
};

const write = async (output: WriteStream, bytes: Buffer): Promise<void> => {
  if (!output.write(bytes)) await new Promise((resolve) => output.once('drain', resolve));
};

const pack = async ({ path, text }: ZipPart): Promise<Packed> => {
  const deflate = createDeflateRaw({ level: 6 });
  const packed: Buffer[] = [];
  deflate.on('data', (piece: Buffer) => packed.push(piece));
  let size = 0;
  let checksum = 0;
  for (const piece of text) {
    const bytes = Buffer.from(piece);
    size += bytes.length;
    checksum = crc32(bytes, checksum);
    if (!deflate.write(bytes)) await new Promise((resolve) => deflate.once('drain', resolve));
  }
  deflate.end();
  await finished(deflate);
  return { path: Buffer.from(path), bytes: Buffer.concat(packed), size, checksum };
};

const localHeader = ({ path, bytes, size, checksum }: Packed): Buffer => {
  const header = Buffer.alloc(LOCAL_BYTES);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(UTF8_NAMES, 6);
  header.writeUInt16LE(DEFLATED, 8);
  header.writeUInt32LE(checksum, 14);
  header.writeUInt32LE(bytes.length, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(path.length, 26);
  return Buffer.concat([header, path]);
};

const centralHeader = ({ path, bytes, size, checksum }: Packed, at: number): Buffer => {
  const header = Buffer.alloc(CENTRAL_BYTES);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(VERSION, 6);
  header.writeUInt16LE(UTF8_NAMES, 8);
  header.writeUInt16LE(DEFLATED, 10);
  header.writeUInt32LE(checksum, 16);
  header.writeUInt32LE(bytes.length, 20);
  header.writeUInt32LE(size, 24);
  header.writeUInt16LE(path.length, 28);
  header.writeUInt32LE(at, 42);
  return Buffer.concat([header, path]);
};

const endOfDirectory = (entries: number, bytes: number, at: number): Buffer => {
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(bytes, 12);
  end.writeUInt32LE(at, 16);
  return end;
};
