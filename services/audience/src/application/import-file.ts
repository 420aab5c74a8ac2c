import type { Sheet } from '../domain/cell.ts';
import { cut } from '../domain/chunks.ts';
import { explain, type FileProblem } from '../domain/file-problem.ts';
import { type Gathered, gatherContacts } from '../domain/gather-contacts.ts';
import { attemptOf, beginParsing, failImport, type Import, isGivenUp, startWriting } from '../domain/import.ts';
import { rejectedRowsCsv } from '../domain/rejection.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import { changeImport } from './change-import.ts';
import { finishIfWritten } from './finish-if-written.ts';
import type { ChunkCommands, ImportFiles, Imports, Upload, Uploads, WrittenChunks } from './ports.ts';

export interface SourceFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

interface Needs {
  readonly imports: Imports;
  readonly writtenChunks: WrittenChunks;
  readonly uploads: Uploads;
  readonly files: ImportFiles;
  readonly commands: ChunkCommands;
  readonly readSheets: (file: SourceFile) => Promise<Result<readonly Sheet[], FileProblem>>;
  readonly toAscii: (domain: string) => string;
  readonly contactIdOf: (address: string) => string;
}

type Outcome = Result<
  'already_read' | 'writing' | 'finished' | 'failed',
  { readonly kind: 'import_not_found' | 'upload_not_found' }
>;

export type ImportFile = (importId: string) => Promise<Outcome>;

/** The contacts that one command has written. */
const CHUNK_SIZE = 1_000;
const CHUNKS_AT_ONCE = 8;
/** What can be read in the memory that the parser has. */
const LARGEST_FILE = { bytes: 100 * 1024 ** 2, text: '100 MB' };

/** Reads an uploaded file into chunks of contacts and has them written. Reading it again comes to the same chunks. */
export const makeImportFile = (needs: Needs): ImportFile => {
  const { imports, uploads } = needs;

  return async (importId) => {
    const upload = await uploads.find(importId);
    if (upload === undefined) return refuse({ kind: 'upload_not_found' });
    const attempt = attemptOf(upload);
    const begun = await changeImport(imports, importId, (current) => beginParsing(current, attempt));
    if (begun === undefined) return refuse({ kind: 'import_not_found' });
    // Read before, but whoever read it may have died before it could see that all is written.
    if (!begun.hasChanged)
      return succeed((await finishIfWritten(needs, { importId, attempt })) ? 'finished' : 'already_read');

    const gathered = await gather(needs, begun.current, upload);
    if (!gathered.ok) {
      const problem = explain(gathered.problem);
      await changeImport(imports, importId, (current) => failImport(current, attempt, problem));
      return succeed('failed');
    }
    await handOver(needs, { request: begun.current, attempt, gathered: gathered.value });
    return succeed((await finishIfWritten(needs, { importId, attempt })) ? 'finished' : 'writing');
  };
};

const gather = async (
  { uploads, readSheets, toAscii, contactIdOf }: Needs,
  request: Import,
  { bytes, etag }: Upload,
): Promise<Result<Gathered, FileProblem>> => {
  const { importId, fileName, columns } = request;
  if (isGivenUp(request)) return refuse({ kind: 'reading_failed' });
  if (bytes === 0) return refuse({ kind: 'file_empty' });
  if (bytes > LARGEST_FILE.bytes) return refuse({ kind: 'file_too_large', most: LARGEST_FILE.text });
  const sheets = await readSheets({ fileName, bytes: await uploads.read(importId, etag) });
  return sheets.ok ? gatherContacts(sheets.value, { mapping: columns, toAscii, contactIdOf }) : sheets;
};

interface Handover {
  readonly request: Import;
  readonly attempt: string;
  readonly gathered: Gathered;
}

const handOver = async (needs: Needs, { request, attempt, gathered }: Handover): Promise<void> => {
  const { importId, listId, correlationId } = request;
  const { contacts, rejected, tally, notes } = gathered;
  const chunks = cut(contacts, CHUNK_SIZE).map((rows, chunk) => ({ importId, listId, attempt, chunk, rows }));

  for (const some of cut(chunks, CHUNKS_AT_ONCE)) {
    const written = await Promise.all(
      some.map(async ({ rows, ...name }) => ({
        ...name,
        uri: await needs.files.writeChunk(name, rows),
        contacts: rows.length,
      })),
    );
    await needs.commands.write(written, { correlationId });
  }
  const rejectedRows =
    rejected.length === 0
      ? undefined
      : await needs.files.writeRejectedRows({ importId, attempt }, rejectedRowsCsv(rejected));
  const reading = { tally, chunks: chunks.length, notes, rejectedRows };
  await changeImport(needs.imports, importId, (current) => startWriting(current, attempt, reading));
};
