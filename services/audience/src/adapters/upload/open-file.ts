import { buffer } from 'node:stream/consumers';

import type { RangeSource } from '@bulkhead/sheet-reader';

import { UnreadableFile } from '../../application/unreadable-file.ts';
import type { TextFormat } from '../../domain/text-format.ts';
import type { OpenedSheets } from './opened-sheets.ts';
import { openTextFile } from './text-file.ts';
import { openWorkbookFile } from './workbook-file.ts';

interface File {
  readonly fileName: string;
  readonly source: RangeSource;
  readonly format?: TextFormat | undefined;
}

const ZIP = [0x50, 0x4b];
/** Both .xls and an encrypted .xlsx are containers of this kind. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
/** The stream of an encrypted workbook, as the container's directory names it. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
/** The stream of a workbook in the old format. */
const OLD = ['Workbook', 'Book'].map((name) => Buffer.from(`${name}\0`, 'utf16le'));
/** The directory of a container mostly stands at one of its ends, in pieces of a sector. */
const ENDS_BYTES = 1 << 20;

/**
 * Opens whatever a person may upload as a list of contacts. What a file is, its first bytes say and not its name.
 * @throws UnreadableFile
 */
export const openFile = async ({ fileName, source, format = {} }: File): Promise<OpenedSheets> =>
  (await kindOf({ fileName, source })) === 'workbook'
    ? openWorkbookFile(source)
    : openTextFile({ name: fileName, source, format });

/** @throws UnreadableFile if it is neither a workbook nor a text */
export const kindOf = async ({ fileName, source }: Omit<File, 'format'>): Promise<'workbook' | 'text'> => {
  const start = await buffer(source.stream(0, Math.min(source.size, OLE.length)));
  if (startsWith(start, ZIP)) return 'workbook';
  if (startsWith(start, OLE)) throw new UnreadableFile({ kind: await kindOfOle(source) });
  if (/\.(xlsx|xlsm|xlsb|xls)$/i.test(fileName)) throw new UnreadableFile({ kind: 'workbook_expected' });
  return 'text';
};

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, n) => bytes[n] === byte);

const kindOfOle = async (source: RangeSource) => {
  const { size } = source;
  const head = await buffer(source.stream(0, Math.min(size, ENDS_BYTES)));
  const tail = await buffer(source.stream(Math.max(0, size - ENDS_BYTES), size));
  const has = (name: Buffer) => head.includes(name) || tail.includes(name);
  if (has(ENCRYPTED)) return 'workbook_encrypted';
  return OLD.some(has) ? 'workbook_old' : 'workbook_unreadable';
};
