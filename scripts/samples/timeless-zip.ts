const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const END_BYTES = 22;
/** 1 January 2026, midnight, as MS-DOS counts. */
const DOS_TIME = 0;
const DOS_DATE = ((2026 - 1980) << 9) | (1 << 5) | 1;

/** Gives every file of a zip archive (without a comment) the same time, so that the same content is the same bytes. */
export const timeless = (archive: Buffer): Buffer => {
  const bytes = Buffer.from(archive);
  const end = bytes.length - END_BYTES;
  if (bytes.readUInt32LE(end) !== END_OF_DIRECTORY) throw new Error('This is not a zip archive without a comment.');
  const entries = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  for (let n = 0; n < entries; n += 1) {
    const local = bytes.readUInt32LE(at + 42);
    if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY || bytes.readUInt32LE(local) !== LOCAL_HEADER) {
      throw new Error(`Entry ${n} of the zip archive is not where its directory says.`);
    }
    writeTime(bytes, at + 12);
    writeTime(bytes, local + 10);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return bytes;
};

const writeTime = (bytes: Buffer, at: number): void => {
  bytes.writeUInt16LE(DOS_TIME, at);
  bytes.writeUInt16LE(DOS_DATE, at + 2);
};
