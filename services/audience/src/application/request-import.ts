import type { Import, Understanding } from '../domain/import.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import type { Attributes } from './attributes/ports.ts';
import type { RememberedColumns } from './columns/ports.ts';
import { declareTypes, type TypeProblem } from './declare-types.ts';
import type { Imports, UploadPermit, Uploads } from './import-ports.ts';
import type { Cause, Clock, Ids, Lists } from './ports.ts';

interface Needs {
  readonly lists: Lists;
  readonly imports: Imports;
  readonly uploads: Uploads;
  readonly attributes: Attributes;
  readonly remembered: Pick<RememberedColumns, 'find'>;
  readonly ids: Ids;
  readonly clock: Clock;
}

export interface ImportRequest extends Partial<Understanding> {
  readonly listId: string;
  /** In the order in which they are to be read. */
  readonly files: readonly [string, ...string[]];
  readonly start?: Import['start'];
  readonly language?: Import['language'];
}

export interface RequestedImport {
  readonly importId: string;
  /** For each file, in their order. */
  readonly permits: readonly [UploadPermit, ...UploadPermit[]];
}

export type RequestImport = (
  request: ImportRequest,
  cause: Cause,
) => Promise<Result<RequestedImport, TypeProblem | { readonly kind: 'list_not_found' }>>;

/**
 * Prepares an import: the files themselves are uploaded straight to storage, which then tells us. If nothing is said of their
 * columns, they are understood as those of the last file into the list.
 */
export const makeRequestImport =
  ({ lists, imports, uploads, attributes, remembered, ids, clock }: Needs): RequestImport =>
  async ({ files, columns, ...request }, { correlationId }) => {
    if ((await lists.find(request.listId)) === undefined) return refuse({ kind: 'list_not_found' });
    const known = columns === undefined ? await remembered.find(request.listId) : undefined;
    const declared = await declareTypes(attributes, columns ?? {});
    if (!declared.ok) return declared;

    const importId = ids.next('imp');
    const [fileName, ...otherFiles] = files;
    await imports.add({
      ...request,
      importId,
      fileName,
      otherFiles: otherFiles.length === 0 ? undefined : otherFiles,
      columns: columns ?? (known && { ...known, isRemembered: true }) ?? {},
      requestedAt: clock.now().toISOString(),
      correlationId,
      replays: 0,
      progress: { status: 'awaiting_upload' },
      revision: 0,
    });
    const permitOf = (_: string, n: number) => uploads.permit(importId, n + 2);
    const permits = Promise.all([uploads.permit(importId, 1), ...otherFiles.map(permitOf)]);
    return succeed({ importId, permits: await permits });
  };
