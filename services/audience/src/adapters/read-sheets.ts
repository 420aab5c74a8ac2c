import type { Sheet } from '../domain/cell.ts';
import type { FileProblem } from '../domain/file-problem.ts';
import { type Result, refuse } from '../domain/result.ts';
import { decodeText } from './decode-text.ts';
import { readDelimitedText } from './delimited-text.ts';
import { readWorkbook } from './workbook.ts';

interface File {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

const ZIP = [0x50, 0x4b];
/** Both .xls and an encrypted .xlsx are containers of this kind. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
/** The stream of an encrypted workbook, as the container's directory names it; its first sectors are enough to find it. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
/** The stream of a workbook in the old format. */
const OLD = ['Workbook', 'Book'].map((name) => Buffer.from(`${name}\0`, 'utf16le'));

/** Reads whatever a person may upload as a list of contacts. What a file is, its first bytes say and not its name. */
export const readSheets = async ({ fileName, bytes }: File): Promise<Result<readonly Sheet[], FileProblem>> => {
  if (startsWith(bytes, ZIP)) return readWorkbook(bytes);
  if (startsWith(bytes, OLE))
    return refuse({ kind: kindOfOle(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)) });
  if (/\.(xlsx|xlsm|xls)$/i.test(fileName)) return refuse({ kind: 'workbook_expected' });

  const text = decodeText(bytes);
  return text === undefined
    ? refuse({ kind: 'text_unreadable', because: 'the encoding of its letters cannot be told.' })
    : readDelimitedText(text, fileName);
};

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, n) => bytes[n] === byte);

const kindOfOle = (bytes: Buffer) => {
  if (bytes.includes(ENCRYPTED)) return 'workbook_encrypted';
  return OLD.some((name) => bytes.includes(name)) ? 'workbook_old' : 'workbook_unreadable';
};
