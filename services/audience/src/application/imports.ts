import { askReplay, cancelImport, filesOf, type Import, isExpired } from '../domain/import.ts';
import { type Pace, paceOf } from '../domain/pace.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import { changeImport } from './change-import.ts';
import type { ImportFiles, Imports, Uploads, Written, WrittenChunks } from './import-ports.ts';
import type { Clock } from './ports.ts';

/** An import with what only storage and the clock know. */
export interface ImportReport {
  readonly request: Import;
  readonly written: Written;
  readonly rejectedRowsUrl: string | undefined;
  readonly isExpired: boolean;
  /** How fast it goes; `undefined` when it does not, or as long as that cannot be told. */
  readonly pace: Pace | undefined;
}

interface ReadNeeds {
  readonly imports: Imports;
  readonly writtenChunks: WrittenChunks;
  readonly files: ImportFiles;
  readonly clock: Clock;
}

export type GetImport = (importId: string) => Promise<ImportReport | undefined>;

export const makeGetImport =
  ({ imports, writtenChunks, files, clock }: ReadNeeds): GetImport =>
  async (importId) => {
    const request = await imports.find(importId);
    if (request === undefined) return undefined;
    const { progress, fileName } = request;
    const now = clock.now();
    const reading = 'reading' in progress ? progress.reading : undefined;
    const attempt = 'attempt' in progress ? progress.attempt : undefined;
    const written = attempt === undefined ? nothingWritten : await writtenChunks.sum(importId, attempt);
    const { rejectedRows } = reading ?? {};
    return {
      request,
      written,
      rejectedRowsUrl: rejectedRows && (await files.linkToRejectedRows(rejectedRows, rejectedFileName(fileName))),
      isExpired: isExpired(request, now),
      pace: paceOf(progress, written.contacts, now),
    };
  };

const nothingWritten: Written = { contacts: 0, added: 0 };

const rejectedFileName = (fileName: string): string => `${fileName.replace(/\.[^.]*$/, '')}-rejected-rows.csv`;

/** `again`: also if it has come to a good end, which nobody should do by mistake. */
export type ReplayImport = (
  importId: string,
  wish?: { readonly again?: boolean | undefined },
) => Promise<Result<void, { readonly kind: 'import_not_found' | 'import_finished' | 'upload_not_found' }>>;

export type CancelImport = (
  importId: string,
) => Promise<Result<void, { readonly kind: 'import_not_found' | 'import_over' }>>;

/** Stops an import: within seconds if it is read, within a chunk if it is written. */
export const makeCancelImport =
  ({ imports }: { readonly imports: Imports }): CancelImport =>
  async (importId) => {
    const change = await changeImport(imports, importId, cancelImport);
    if (change === undefined) return refuse({ kind: 'import_not_found' });
    return change.current.progress.status === 'cancelled' ? succeed(undefined) : refuse({ kind: 'import_over' });
  };

/** Reads uploaded files once more: after a repair, or because somebody wants to be sure. */
export const makeReplayImport =
  ({ imports, uploads }: { readonly imports: Imports; readonly uploads: Uploads }): ReplayImport =>
  async (importId, { again = false } = {}) => {
    const request = await imports.find(importId);
    if (request === undefined) return refuse({ kind: 'import_not_found' });
    if (request.progress.status === 'finished' && !again) return refuse({ kind: 'import_finished' });
    const found = await Promise.all(filesOf(request).map((_, n) => uploads.find(importId, n + 1)));
    if (found.includes(undefined)) return refuse({ kind: 'upload_not_found' });
    const asked = await changeImport(imports, importId, askReplay);
    if (asked !== undefined) await uploads.announceAgain(importId, asked.current.replays);
    return succeed(undefined);
  };
