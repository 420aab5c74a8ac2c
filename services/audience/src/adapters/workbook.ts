import readWorkbookFile from 'read-excel-file/universal';

import type { Cell, Sheet } from '../domain/cell.ts';
import type { FileProblem } from '../domain/file-problem.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';

/** A workbook that unpacks to more than this is a mistake or an attack. */
const LARGEST_UNPACKED = { bytes: 400 * 1024 ** 2, text: '400 MB when unpacked' };
const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const LONGEST_END = 65_557;

/**
 * Reads all sheets of an .xlsx workbook, each row where it stands. The reader gets the whole file at once: readers that
 * are fed a stream break letters of several bytes where two pieces of it meet.
 */
export const readWorkbook = async (bytes: Uint8Array): Promise<Result<readonly Sheet[], FileProblem>> => {
  if (unpackedSize(bytes) > LARGEST_UNPACKED.bytes)
    return refuse({ kind: 'file_too_large', most: LARGEST_UNPACKED.text });
  try {
    const sheets = await readWorkbookFile(new Uint8Array(bytes).buffer);
    return succeed(sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellOf)) })));
  } catch {
    // Whatever the reader trips over, the file is not what Excel writes; its own words mean nothing to a marketer.
    return refuse({ kind: 'workbook_unreadable' });
  }
};

const cellOf = (value: unknown): Cell =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value instanceof Date
    ? value
    : null;

/** What the directory of a zip archive says its files unpack to; 0 where there is no directory to read. */
const unpackedSize = (bytes: Uint8Array): number => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === undefined) return 0;
  let size = 0;
  let at = view.getUint32(end + 16, true);
  while (at + ENTRY_BYTES <= end && view.getUint32(at, true) === DIRECTORY_ENTRY) {
    size += view.getUint32(at + 24, true);
    at += ENTRY_BYTES + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return size;
};

const endOfDirectory = (view: DataView): number | undefined => {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - LONGEST_END); at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  return undefined;
};
