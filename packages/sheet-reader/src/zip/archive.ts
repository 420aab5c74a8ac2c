import { isNativeError } from 'node:util/types';
import { crc32, createInflateRaw } from 'node:zlib';

import yauzl, { type Entry, type ZipFile } from 'yauzl';

import type { Limits } from '../limits.ts';
import { damaged, tooLarge, WorkbookError } from '../workbook-error.ts';
import { CachedRanges } from './cached-ranges.ts';
import type { RangeSource } from './range-source.ts';

const STORED = 0;
const DEFLATED = 8;
/** Without the name and what may follow it. */
const LOCAL_HEADER_BYTES = 30;
/** Larger ones are given back to the system and asked for anew each time, which takes it longer than unpacking. */
const INFLATED_PIECE_BYTES = 1 << 16;

/**
 * The parts of a workbook's archive by path. Names are compared without case, as the format asks. Unpacking is bounded
 * by what the directory declares, and every part is checked against its size and checksum.
 */
export class Archive {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #limits: Limits;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>, limits: Limits) {
    this.#zip = zip;
    this.#entries = entries;
    this.#limits = limits;
  }

  /** @throws WorkbookError `not_a_workbook`, `damaged`, `too_large` */
  static async open(source: RangeSource, limits: Limits): Promise<Archive> {
    const zip = await openZip(source);
    if (zip.entryCount > limits.entries) throw tooLarge('the archive has too many entries');
    const entries = await entriesOf(zip, limits);
    checkOverlaps(entries.values());
    return new Archive(zip, entries, limits);
  }

  has(path: string): boolean {
    return this.#entries.has(path.toLowerCase());
  }

  /** A small part as a whole; `undefined` if there is none. */
  async read(path: string): Promise<Buffer | undefined> {
    const entry = this.#entries.get(path.toLowerCase());
    if (entry === undefined) return undefined;
    if (entry.uncompressedSize > this.#limits.smallPartBytes) throw tooLarge(`${path} is too large`);
    const pieces: Buffer[] = [];
    for await (const piece of this.stream(path)) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  /**
   * A part, piece by piece. It is whole and right only if the stream comes to its end.
   * @throws WorkbookError `damaged`, `encrypted`, `too_large`
   */
  async *stream(path: string): AsyncGenerator<Buffer, void, undefined> {
    const entry = this.#entries.get(path.toLowerCase());
    if (entry === undefined) throw damaged(`${path} is missing`);
    checkEntry(path, entry, this.#limits);
    let size = 0;
    let checksum = 0;
    for await (const piece of this.#unpacked(path, entry)) {
      size += piece.length;
      if (size > entry.uncompressedSize) throw damaged(`${path} is longer than the archive says`);
      checksum = crc32(piece, checksum);
      yield piece;
    }
    if (size !== entry.uncompressedSize) throw damaged(`${path} is shorter than the archive says`);
    if (checksum !== entry.crc32 >>> 0) throw damaged(`${path} has another checksum than the archive says`);
  }

  async *#unpacked(path: string, entry: Entry): AsyncGenerator<Buffer, void, undefined> {
    const packed = await this.#zip
      .openReadStreamPromise(entry, { decodeFileData: false })
      .catch((error: unknown) => Promise.reject(unreadable(path, error)));
    if (entry.compressionMethod === STORED) {
      yield* packed;
      return;
    }
    const inflate = createInflateRaw({ chunkSize: INFLATED_PIECE_BYTES });
    packed.once('error', (error) => inflate.destroy(error));
    try {
      yield* packed.pipe(inflate);
    } catch (error) {
      throw unreadable(path, error);
    } finally {
      packed.destroy();
      inflate.destroy();
    }
  }
}

const openZip = async (source: RangeSource): Promise<ZipFile> => {
  try {
    return await yauzl.fromRandomAccessReaderPromise(new CachedRanges(source), source.size, { autoClose: false });
  } catch (error) {
    if (!isOfTheFile(error)) throw error;
    throw new WorkbookError('not_a_workbook', 'the file is no archive, or its end is missing', { cause: error });
  }
};

const entriesOf = async (zip: ZipFile, { smallPartBytes }: Limits): Promise<ReadonlyMap<string, Entry>> => {
  const entries = new Map<string, Entry>();
  let bytes = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      bytes += entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
      if (bytes > smallPartBytes) throw tooLarge('the directory of the archive is too large');
      const path = entry.fileName.toLowerCase();
      if (entries.has(path)) throw damaged('the archive has two parts of one name');
      entries.set(path, entry);
    }
  } catch (error) {
    throw unreadable('the directory of the archive', error);
  }
  return entries;
};

/** No byte belongs to two parts: those that share theirs may be far larger together than any limit for one of them. */
const checkOverlaps = (entries: Iterable<Entry>): void => {
  const ordered = [...entries].toSorted(
    (one, other) => one.relativeOffsetOfLocalHeader - other.relativeOffsetOfLocalHeader,
  );
  let end = 0;
  for (const { relativeOffsetOfLocalHeader: start, fileNameLength, compressedSize } of ordered) {
    if (start < end) throw damaged('parts of the archive overlap');
    end = start + LOCAL_HEADER_BYTES + fileNameLength + compressedSize;
  }
};

const checkEntry = (path: string, entry: Entry, { partBytes, ratio, freeBytes }: Limits): void => {
  if (entry.isEncrypted()) throw new WorkbookError('encrypted', `${path} is encrypted`);
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
    throw damaged(`${path} is packed in an unknown way`);
  }
  if (entry.uncompressedSize > Math.min(partBytes, freeBytes + entry.compressedSize * ratio)) {
    throw tooLarge(`${path} would unpack to more than a workbook holds`);
  }
};

const unreadable = (path: string, error: unknown): unknown =>
  isOfTheFile(error) ? new WorkbookError('damaged', `${path} cannot be unpacked`, { cause: error }) : error;

/** The zip library throws plain errors and zlib names its own; what the source says of itself, of the network say, has other names. */
const isOfTheFile = (error: unknown): boolean => {
  if (!isNativeError(error)) return false;
  return 'code' in error ? String(error.code).startsWith('Z_') : error.name === 'Error';
};
