import { cut } from '../domain/chunks.ts';
import { explain, type FileProblem } from '../domain/file-problem.ts';
import { attemptOf, beginParsing, failImport, type Import, isGivenUp, startWriting } from '../domain/import.ts';
import { LARGEST_FILE } from '../domain/largest-file.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import { changeImport } from './change-import.ts';
import { finishIfWritten } from './finish-if-written.ts';
import type { ChunkCommands, Upload, Uploads, WrittenChunks } from './ports.ts';
import { type ReadNeeds, readUpload, type Stored } from './read-upload.ts';
import { UnreadableFile } from './unreadable-file.ts';

interface Needs extends ReadNeeds {
  readonly writtenChunks: WrittenChunks;
  readonly uploads: Uploads;
  readonly commands: ChunkCommands;
}

type Outcome = Result<
  'already_read' | 'stopped' | 'writing' | 'finished' | 'failed',
  { readonly kind: 'import_not_found' | 'upload_not_found' }
>;

export type ImportFile = (importId: string) => Promise<Outcome>;

/** Commands are handed over in so many at a time. */
const COMMANDS_AT_ONCE = 100;

/**
 * Reads an uploaded file into chunks of contacts and has them written, once it has been read to its end. Reading it again
 * comes to the same chunks.
 */
export const makeImportFile = (needs: Needs): ImportFile => {
  const { imports, uploads } = needs;

  return async (importId) => {
    const upload = await uploads.find(importId);
    if (upload === undefined) return refuse({ kind: 'upload_not_found' });
    const attempt = attemptOf(upload);
    const begun = await changeImport(imports, importId, (current) => beginParsing(current, attempt, upload.etag));
    if (begun === undefined) return refuse({ kind: 'import_not_found' });
    // Read before, but whoever read it may have died before it could see that all is written.
    if (!begun.hasChanged)
      return succeed((await finishIfWritten(needs, { importId, attempt })) ? 'finished' : 'already_read');

    const read = await readOrExplain(needs, { request: begun.current, attempt, upload });
    if (read === 'stopped') return succeed('stopped');
    if ('kind' in read) {
      await changeImport(imports, importId, (current) => failImport(current, attempt, explain(read)));
      return succeed('failed');
    }
    await handOver(needs, { request: begun.current, attempt, read });
    return succeed((await finishIfWritten(needs, { importId, attempt })) ? 'finished' : 'writing');
  };
};

interface Attempt {
  readonly request: Import;
  readonly attempt: string;
  readonly upload: Upload;
}

const readOrExplain = async (needs: Needs, attempt: Attempt): Promise<Stored | 'stopped' | FileProblem> => {
  const { request, upload } = attempt;
  if (isGivenUp(request)) return { kind: 'reading_failed' };
  if (upload.bytes === 0) return { kind: 'file_empty' };
  if (upload.bytes > LARGEST_FILE.bytes) return { kind: 'file_too_large', most: LARGEST_FILE.text };
  try {
    return await readUpload(needs, attempt);
  } catch (error) {
    if (error instanceof UnreadableFile) return error.problem;
    throw error;
  }
};

interface Handover {
  readonly request: Import;
  readonly attempt: string;
  readonly read: Stored;
}

const handOver = async (needs: Needs, { request, attempt, read }: Handover): Promise<void> => {
  const { tally, doubtful, notes, rejectedRows, chunks } = read;
  for (const some of cut(chunks, COMMANDS_AT_ONCE)) {
    await needs.commands.write(some, { correlationId: request.correlationId });
  }
  const reading = { tally, doubtful, chunks: chunks.length, notes, rejectedRows };
  const since = needs.clock.now().toISOString();
  await changeImport(needs.imports, request.importId, (current) => startWriting(current, attempt, reading, since));
};
