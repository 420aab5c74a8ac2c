/** A file in a zip archive. */
export interface ZipEntry {
  readonly name: string;
  /** Bytes when unpacked. */
  readonly size: number;
}

const END_OF_DIRECTORY = 0x06_05_4b_50;
const DIRECTORY_ENTRY = 0x02_01_4b_50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;

/**
 * Lists the files of a zip archive by its central directory.
 * @throws when the bytes are no zip archive
 * @example
 * zipEntries(await readFile('.serverless/sendChunk.zip')); // [{ name: 'src/handlers/….mjs', size: 387000 }, …]
 */
export const zipEntries = (archive: Buffer): readonly ZipEntry[] => {
  const entries: ZipEntry[] = [];
  let at = archive.readUInt32LE(endOfDirectory(archive) + 16);
  while (archive.readUInt32LE(at) === DIRECTORY_ENTRY) {
    const nameLength = archive.readUInt16LE(at + 28);
    const nameStart = at + ENTRY_LENGTH;
    entries.push({
      name: archive.toString('utf8', nameStart, nameStart + nameLength),
      size: archive.readUInt32LE(at + 24),
    });
    at = nameStart + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }

  return entries;
};

const endOfDirectory = (archive: Buffer): number => {
  for (let at = archive.length - END_LENGTH; at >= 0; at -= 1) {
    if (archive.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw new Error('This is no zip archive.');
};
