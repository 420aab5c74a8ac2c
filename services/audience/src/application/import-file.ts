import type { AttributeType } from '../domain/attribute.ts';
import { attemptOf, beginParsing, contentOf, isGivenUp, noteArrived } from '../domain/begin-import.ts';
import { cut } from '../domain/chunks.ts';
import { explain, type FileProblem, type ImportProblem } from '../domain/file-problem.ts';
import { failImport, filesOf, type Import, startWriting } from '../domain/import.ts';
import { LARGEST_FILE, LARGEST_IMPORT } from '../domain/largest-file.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import type { Attributes } from './attributes/ports.ts';
import { changeImport } from './change-import.ts';
import type { RememberedColumns } from './columns/ports.ts';
import { finishIfWritten } from './finish-if-written.ts';
import type { ChunkCommands, Upload, Uploads, WrittenChunks } from './import-ports.ts';
import { type ReadNeeds, readUpload, type Stored } from './read-upload.ts';
import { UnreadableFile } from './unreadable-file.ts';

interface Needs extends ReadNeeds {
  readonly writtenChunks: WrittenChunks;
  readonly uploads: Uploads;
  readonly commands: ChunkCommands;
  readonly attributes: Pick<Attributes, 'all'>;
  readonly remembered: Pick<RememberedColumns, 'remember'>;
}

type Outcome = Result<
  'files_missing' | 'uploaded' | 'already_read' | 'stopped' | 'writing' | 'finished' | 'failed',
  { readonly kind: 'import_not_found' | 'upload_not_found' }
>;

/** `cause` is the file that has arrived, or 0 for somebody's word that the files may be read. */
export type ImportFile = (importId: string, cause?: number) => Promise<Outcome>;

/** Commands are handed over in so many at a time. */
const COMMANDS_AT_ONCE = 100;

/**
 * Reads the uploaded files of an import into chunks of contacts and has them written, once they have been read to their ends.
 * It begins with the last file that arrives, and if somebody wants to look at them first, with that person's word. Reading
 * them again comes to the same chunks.
 */
export const makeImportFile =
  (needs: Needs): ImportFile =>
  async (importId, cause = 1) => {
    const request = await needs.imports.find(importId);
    if (request === undefined) return refuse({ kind: 'import_not_found' });
    const found = await Promise.all(filesOf(request).map((_, n) => needs.uploads.find(importId, n + 1)));
    if (found[Math.max(cause, 1) - 1] === undefined) return refuse({ kind: 'upload_not_found' });
    const uploads = found.flatMap((upload) => upload ?? []);
    if (uploads.length < found.length) {
      const arrived = found.flatMap((upload, n) => (upload === undefined ? [] : n + 1));
      await changeImport(needs.imports, importId, (current) => noteArrived(current, arrived));
      return succeed('files_missing');
    }
    return readIfWanted(needs, { importId, uploads, cause });
  };

interface Arrival {
  readonly importId: string;
  readonly uploads: readonly Upload[];
  readonly cause: number;
}

const readIfWanted = async (needs: Needs, { importId, uploads, cause }: Arrival): Promise<Outcome> => {
  const etag = contentOf(uploads.map((upload) => upload.etag));
  const attempt = attemptOf({ etag, replay: uploads[0]?.replay ?? 0 });
  const types = await typesIn(needs.attributes);
  const begun = await changeImport(needs.imports, importId, (current) =>
    beginParsing(current, { attempt, etag, cause, types }),
  );
  if (begun === undefined) return refuse({ kind: 'import_not_found' });
  if (begun.current.progress.status === 'uploaded') return succeed('uploaded');
  // Read before, but whoever read it may have died before it could see that all is written.
  if (!begun.hasChanged)
    return succeed((await finishIfWritten(needs, { importId, attempt })) ? 'finished' : 'already_read');

  const read = await readOrExplain(needs, { request: begun.current, attempt, uploads });
  if (read === 'stopped') return succeed('stopped');
  if ('code' in read) {
    await changeImport(needs.imports, importId, (current) => failImport(current, attempt, read));
    return succeed('failed');
  }
  await handOver(needs, { request: begun.current, attempt, read });
  return succeed((await finishIfWritten(needs, { importId, attempt })) ? 'finished' : 'writing');
};

/** What is text needs no mention. */
const typesIn = async (attributes: Pick<Attributes, 'all'>): Promise<Readonly<Record<string, AttributeType>>> => {
  const all = await attributes.all();
  return Object.fromEntries(all.filter(({ type }) => type !== 'text').map(({ name, type }) => [name, type]));
};

interface Attempt {
  readonly request: Import;
  readonly attempt: string;
  readonly uploads: readonly Upload[];
}

const readOrExplain = async (needs: Needs, work: Attempt): Promise<Stored | 'stopped' | ImportProblem> => {
  if (isGivenUp(work.request)) return explain({ kind: 'reading_failed' });
  const impossible = impossibleIn(work);
  if (impossible !== undefined) return impossible;
  try {
    return await readUpload(needs, work);
  } catch (error) {
    if (error instanceof UnreadableFile) return explain(error.problem, error.file);
    throw error;
  }
};

/** What is wrong with the files before they are opened. */
const impossibleIn = ({ request, uploads }: Attempt): ImportProblem | undefined => {
  const problems = uploads.map(({ bytes }): FileProblem | undefined => {
    if (bytes === 0) return { kind: 'file_empty' };
    return bytes > LARGEST_FILE.bytes ? { kind: 'file_too_large', most: LARGEST_FILE.text } : undefined;
  });
  const first = problems.findIndex((problem) => problem !== undefined);
  const problem = problems[first];
  if (problem !== undefined) return explain(problem, uploads.length > 1 ? filesOf(request)[first] : undefined);
  const bytes = uploads.reduce((sum, upload) => sum + upload.bytes, 0);
  return bytes > LARGEST_IMPORT.bytes ? explain({ kind: 'files_too_large', most: LARGEST_IMPORT.text }) : undefined;
};

interface Handover {
  readonly request: Import;
  readonly attempt: string;
  readonly read: Stored;
}

const handOver = async (needs: Needs, { request, attempt, read }: Handover): Promise<void> => {
  const { importId, listId, columns, requestedAt } = request;
  const { tally, doubtful, notes, rejectedRows, chunks } = read;
  for (const some of cut(chunks, COMMANDS_AT_ONCE)) {
    await needs.commands.write(some, { correlationId: request.correlationId });
  }
  const isSaid = Object.keys(columns).length > 0 && columns.isRemembered !== true;
  if (isSaid) await needs.remembered.remember(listId, columns, requestedAt);
  const reading = { tally, doubtful, chunks: chunks.length, notes, rejectedRows };
  const since = needs.clock.now().toISOString();
  await changeImport(needs.imports, importId, (current) => startWriting(current, attempt, reading, since));
};
