import { isCurrent } from '../domain/import.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import { finishIfWritten } from './finish-if-written.ts';
import type { ChunkName, ImportFiles, Imports, WrittenChunks } from './import-ports.ts';
import type { UpsertContacts } from './upsert-contacts.ts';

interface Needs {
  readonly imports: Imports;
  readonly writtenChunks: WrittenChunks;
  readonly files: ImportFiles;
  readonly upsertContacts: UpsertContacts;
}

type Outcome = Result<'outdated' | 'written' | 'finished', { readonly kind: 'import_not_found' }>;

export type WriteChunk = (chunk: ChunkName & { readonly uri: string }) => Promise<Outcome>;

/** Writes one chunk of an import to the contacts. Doing it twice is doing it once. */
export const makeWriteChunk =
  ({ imports, writtenChunks, files, upsertContacts }: Needs): WriteChunk =>
  async ({ uri, ...name }) => {
    const request = await imports.find(name.importId);
    if (request === undefined) return refuse({ kind: 'import_not_found' });
    if (!isCurrent(request, name.attempt)) return succeed('outdated');

    const written = await upsertContacts({
      arrivals: await files.readChunk(uri),
      listId: request.listId,
      at: request.requestedAt,
      by: name.importId,
    });
    await writtenChunks.record(name, written);
    return succeed((await finishIfWritten({ imports, writtenChunks }, name)) ? 'finished' : 'written');
  };
