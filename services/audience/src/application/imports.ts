import type { ColumnMapping } from '../domain/columns.ts';
import { askReplay, type Import } from '../domain/import.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import { changeImport } from './change-import.ts';
import type { Cause, Clock, Ids, ImportFiles, Imports, Lists, UploadPermit, Uploads, WrittenChunks } from './ports.ts';

interface RequestNeeds {
  readonly lists: Lists;
  readonly imports: Imports;
  readonly uploads: Uploads;
  readonly ids: Ids;
  readonly clock: Clock;
}

interface ImportRequest {
  readonly listId: string;
  readonly fileName: string;
  readonly columns: ColumnMapping;
}

export type RequestImport = (
  request: ImportRequest,
  cause: Cause,
) => Promise<Result<{ readonly importId: string; readonly permit: UploadPermit }, { readonly kind: 'list_not_found' }>>;

/** Prepares an import: the file itself is uploaded straight to storage, which then tells us. */
export const makeRequestImport =
  ({ lists, imports, uploads, ids, clock }: RequestNeeds): RequestImport =>
  async (request, { correlationId }) => {
    if ((await lists.find(request.listId)) === undefined) return refuse({ kind: 'list_not_found' });
    const importId = ids.next('imp');
    await imports.add({
      ...request,
      importId,
      requestedAt: clock.now().toISOString(),
      correlationId,
      replays: 0,
      progress: { status: 'awaiting_upload' },
      revision: 0,
    });
    return succeed({ importId, permit: await uploads.permit(importId) });
  };

/** An import with what only storage knows. */
export interface ImportReport {
  readonly request: Import;
  readonly written: number;
  readonly rejectedRowsUrl: string | undefined;
}

interface ReadNeeds {
  readonly imports: Imports;
  readonly writtenChunks: WrittenChunks;
  readonly files: ImportFiles;
}

export type GetImport = (importId: string) => Promise<ImportReport | undefined>;

export const makeGetImport =
  ({ imports, writtenChunks, files }: ReadNeeds): GetImport =>
  async (importId) => {
    const request = await imports.find(importId);
    if (request === undefined) return undefined;
    const { progress, fileName } = request;
    if (!('reading' in progress)) return { request, written: 0, rejectedRowsUrl: undefined };

    const { accepted } = progress.reading.tally;
    const { rejectedRows } = progress.reading;
    return {
      request,
      written:
        progress.status === 'finished' ? accepted : (await writtenChunks.sum(importId, progress.attempt)).contacts,
      rejectedRowsUrl: rejectedRows && (await files.linkToRejectedRows(rejectedRows, rejectedFileName(fileName))),
    };
  };

const rejectedFileName = (fileName: string): string => `${fileName.replace(/\.[^.]*$/, '')}-rejected-rows.csv`;

export type ReplayImport = (
  importId: string,
) => Promise<Result<void, { readonly kind: 'import_not_found' | 'upload_not_found' }>>;

/** Reads an uploaded file once more: after a repair, or because somebody wants to be sure. */
export const makeReplayImport =
  ({ imports, uploads }: { readonly imports: Imports; readonly uploads: Uploads }): ReplayImport =>
  async (importId) => {
    if ((await imports.find(importId)) === undefined) return refuse({ kind: 'import_not_found' });
    if ((await uploads.find(importId)) === undefined) return refuse({ kind: 'upload_not_found' });
    const asked = await changeImport(imports, importId, askReplay);
    if (asked !== undefined) await uploads.announceAgain(importId, asked.current.replays);
    return succeed(undefined);
  };
