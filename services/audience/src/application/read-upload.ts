import type { ToAsciiDomain } from '../domain/address.ts';
import type { Doubts } from '../domain/doubts.ts';
import { type Gathered, Gathering } from '../domain/gathering.ts';
import { filesOf, type Import, noteReading } from '../domain/import.ts';
import type { Result } from '../domain/result.ts';
import { changeImport } from './change-import.ts';
import { ChosenSheets } from './chosen-sheets.ts';
import { ImportOutput } from './import-output.ts';
import type { ChunkToWrite, FileSheet, ImportFiles, Imports, OpenedFile, OpenUpload, Upload } from './import-ports.ts';
import type { Clock } from './ports.ts';
import { UnreadableFile } from './unreadable-file.ts';

export interface ReadNeeds {
  readonly imports: Imports;
  readonly files: ImportFiles;
  readonly openUpload: OpenUpload;
  readonly toAscii: ToAsciiDomain;
  readonly contactIdOf: (address: string) => string;
  readonly doubtsAbout: (address: string) => Doubts;
  readonly clock: Clock;
}

export interface Stored extends Gathered {
  readonly chunks: readonly ChunkToWrite[];
  readonly rejectedRows: string | undefined;
}

interface Attempt {
  readonly request: Import;
  readonly attempt: string;
  /** The files in the order in which they are read. */
  readonly uploads: readonly Upload[];
}

/** Often enough to follow, and to be stopped. */
const NOTE_EVERY_MS = 2_000;

/**
 * Reads the files of an import from beginning to end, one after the other, into stored chunks; `stopped` if it was no longer
 * wanted. Reading them again comes to the same chunks.
 * @throws UnreadableFile
 */
export const readUpload = async (needs: ReadNeeds, work: Attempt): Promise<Stored | 'stopped'> => {
  const { request, attempt, uploads } = work;
  const { importId, listId, columns: mapping, content, progress, sheets, language } = request;
  const types = 'types' in progress ? progress.types : undefined;
  const gathering = new Gathering({ ...needs, mapping, types, edition: content?.edition ?? 0 });
  const name = { importId, listId, attempt };
  const output = new ImportOutput(needs.files, { name, from: uploads.length, language });
  const reading = {
    gathering,
    output,
    chosen: new ChosenSheets(sheets),
    extent: new Extent(uploads),
  };
  const isWanted = noting(needs, { importId, attempt, ...reading });

  for (const [n, upload] of uploads.entries()) {
    if ((await readFile(needs, { ...reading, request, upload, n, isWanted })) === 'stopped') return 'stopped';
  }
  reading.chosen.end();
  const gathered = gathering.end();
  await output.add(gathering.yield());
  return { ...gathered, ...(await output.end()) };
};

interface FileReading {
  readonly request: Import;
  readonly upload: Upload;
  /** Its place among the files. */
  readonly n: number;
  readonly gathering: Gathering;
  readonly output: ImportOutput;
  readonly chosen: ChosenSheets;
  readonly extent: Extent;
  readonly isWanted: () => Promise<boolean>;
}

/** Says of what it cannot read which file it is. */
const readFile = async (needs: ReadNeeds, reading: FileReading): Promise<'read' | 'stopped'> => {
  const names = filesOf(reading.request);
  const fileName = names[reading.n] ?? '';
  try {
    if (names.length > 1) reading.gathering.beginFile(fileName);
    return await readOneFile(needs, reading, fileName);
  } catch (error) {
    if (!(error instanceof UnreadableFile) || names.length === 1) throw error;
    throw new UnreadableFile(error.problem, { cause: error, file: fileName });
  }
};

const readOneFile = async (needs: ReadNeeds, reading: FileReading, fileName: string): Promise<'read' | 'stopped'> => {
  const { request, upload, n, gathering, chosen, extent } = reading;
  const { importId, format } = request;
  const file = await needs.openUpload({ importId, fileName, format, file: n + 1 }, upload);
  extent.begin(file, upload);
  for (const sheet of chosen.among(file)) {
    if ((await readSheet(sheet, reading)) === 'stopped') return 'stopped';
  }
  valueOf(gathering.endFile(chosen.hiddenIn(file)));
  return 'read';
};

const readSheet = async (
  sheet: FileSheet,
  { gathering, output, isWanted }: Pick<FileReading, 'gathering' | 'output' | 'isWanted'>,
): Promise<'read' | 'stopped'> => {
  gathering.beginSheet(sheet.name);
  for await (const rows of sheet.rows()) {
    const wantsMore = valueOf(gathering.take(rows));
    await output.add(gathering.yield());
    if (!(await isWanted())) return 'stopped';
    if (!wantsMore) break;
  }
  return 'read';
};

const valueOf = <Value>(result: Result<Value, UnreadableFile['problem']>): Value => {
  if (!result.ok) throw new UnreadableFile(result.problem);
  return result.value;
};

/** How much of the files has been fetched, of all that will be. */
class Extent {
  #fetchedBefore = 0;
  #toOpen: number;
  #file: OpenedFile | undefined;

  constructor(uploads: readonly Upload[]) {
    this.#toOpen = uploads.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  begin(file: OpenedFile, { bytes }: Upload): void {
    this.#fetchedBefore += this.#file?.extent().fetched ?? 0;
    this.#toOpen -= bytes;
    this.#file = file;
  }

  now(): { readonly fetched: number; readonly toFetch: number } {
    const { fetched, toFetch } = this.#file?.extent() ?? { fetched: 0, toFetch: 0 };
    return { fetched: this.#fetchedBefore + fetched, toFetch: this.#fetchedBefore + toFetch + this.#toOpen };
  }
}

interface Noting {
  readonly importId: string;
  readonly attempt: string;
  readonly extent: Extent;
  readonly gathering: Gathering;
}

/** Writes down how far the reading is, from time to time; answers whether it is still wanted. */
const noting = ({ imports, clock }: ReadNeeds, { importId, attempt, extent, gathering }: Noting) => {
  const since = clock.now();
  let noted = since.getTime();
  return async (): Promise<boolean> => {
    const at = clock.now();
    if (at.getTime() - noted < NOTE_EVERY_MS) return true;
    noted = at.getTime();
    const soFar = { tally: gathering.tally, ...extent.now(), since: since.toISOString(), at: at.toISOString() };
    const change = await changeImport(imports, importId, (current) => noteReading(current, attempt, soFar));
    return change?.hasChanged ?? false;
  };
};
