import type { ToAsciiDomain } from '../domain/address.ts';
import type { Doubts } from '../domain/doubts.ts';
import { type Gathered, Gathering } from '../domain/gathering.ts';
import { type Import, noteReading } from '../domain/import.ts';
import type { Result } from '../domain/result.ts';
import { changeImport } from './change-import.ts';
import { ImportOutput } from './import-output.ts';
import type { ChunkToWrite, Clock, FileSheet, ImportFiles, Imports, OpenedFile, OpenUpload, Upload } from './ports.ts';
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
  readonly upload: Upload;
}

/** Often enough to follow, and to be stopped. */
const NOTE_EVERY_MS = 2_000;

/**
 * Reads an upload from its beginning to its end into stored chunks; `stopped` if it was no longer wanted.
 * @throws UnreadableFile
 */
export const readUpload = async (
  needs: ReadNeeds,
  { request, attempt, upload }: Attempt,
): Promise<Stored | 'stopped'> => {
  const { importId, listId, columns: mapping, content } = request;
  const file = await needs.openUpload(request, upload);
  const gathering = new Gathering({ ...needs, mapping, edition: content?.edition ?? 0 });
  const output = new ImportOutput(needs.files, { importId, listId, attempt });
  const isWanted = noting(needs, { importId, attempt, file, gathering });

  for (const sheet of file.sheets) {
    if ((await readSheet(sheet, gathering, { output, isWanted })) === 'stopped') return 'stopped';
  }
  const gathered = valueOf(gathering.end());
  await output.add(gathering.yield());
  return { ...gathered, ...(await output.end()) };
};

interface Onward {
  readonly output: ImportOutput;
  readonly isWanted: () => Promise<boolean>;
}

const readSheet = async (
  sheet: FileSheet,
  gathering: Gathering,
  { output, isWanted }: Onward,
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

interface Noting {
  readonly importId: string;
  readonly attempt: string;
  readonly file: OpenedFile;
  readonly gathering: Gathering;
}

/** Writes down how far the reading is, from time to time; answers whether it is still wanted. */
const noting = ({ imports, clock }: ReadNeeds, { importId, attempt, file, gathering }: Noting) => {
  const since = clock.now();
  let noted = since.getTime();
  return async (): Promise<boolean> => {
    const at = clock.now();
    if (at.getTime() - noted < NOTE_EVERY_MS) return true;
    noted = at.getTime();
    const soFar = { tally: gathering.tally, ...file.extent(), since: since.toISOString(), at: at.toISOString() };
    const change = await changeImport(imports, importId, (current) => noteReading(current, attempt, soFar));
    return change?.hasChanged ?? false;
  };
};
