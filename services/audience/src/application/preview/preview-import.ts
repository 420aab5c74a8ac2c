import type { ColumnMapping } from '../../domain/columns.ts';
import { explain, type ImportProblem } from '../../domain/file-problem.ts';
import { filesOf } from '../../domain/import.ts';
import { previewOf, type SheetPreview } from '../../domain/preview.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import type { TextFormat } from '../../domain/text-format.ts';
import type { Attributes } from '../attributes/ports.ts';
import type { RememberedColumns } from '../columns/ports.ts';
import type { Imports, Uploads } from '../import-ports.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import type { ReadBeginning, SheetBeginning } from './ports.ts';

interface Needs {
  readonly imports: Pick<Imports, 'find'>;
  readonly uploads: Pick<Uploads, 'find'>;
  readonly attributes: Pick<Attributes, 'all'>;
  readonly remembered: Pick<RememberedColumns, 'find'>;
  readonly readBeginning: ReadBeginning;
}

export interface PreviewRequest {
  readonly importId: string;
  /** From 1. */
  readonly file: number;
  readonly sheet?: string | undefined;
  /** Instead of what the import says. */
  readonly format?: TextFormat | undefined;
}

export interface Preview extends SheetPreview {
  readonly fileName: string;
  readonly beginning: Omit<SheetBeginning, 'rows'>;
  /** How the columns of the last file into the list were understood. */
  readonly remembered: ColumnMapping | undefined;
}

export type PreviewImport = (
  request: PreviewRequest,
) => Promise<
  Result<
    Preview,
    | { readonly kind: 'import_not_found' }
    | { readonly kind: 'upload_not_found' }
    | { readonly kind: 'file_unreadable'; readonly because: ImportProblem }
  >
>;

/** To find the headers, to show some rows and to guess from some more. */
const ROWS = 140;

/** Shows the beginning of an uploaded file as it would be imported. Nothing is written. */
export const makePreviewImport =
  (needs: Needs): PreviewImport =>
  async ({ importId, file, sheet, format }) => {
    const request = await needs.imports.find(importId);
    if (request === undefined) return refuse({ kind: 'import_not_found' });
    const fileName = filesOf(request)[file - 1];
    const upload = fileName === undefined ? undefined : await needs.uploads.find(importId, file);
    if (fileName === undefined || upload === undefined) return refuse({ kind: 'upload_not_found' });
    if (upload.bytes === 0) return refuse({ kind: 'file_unreadable', because: explain({ kind: 'file_empty' }) });

    const opening = { importId, file, fileName, format: { ...request.format, ...format } };
    const read = await readOrExplain(() => needs.readBeginning(opening, upload, { sheet, rows: ROWS }));
    if ('code' in read) return refuse({ kind: 'file_unreadable', because: read });
    const { rows, ...beginning } = read;
    const types = await typesOf(needs.attributes);
    return succeed({
      ...previewOf({ sheet: beginning.sheet, rows, mapping: request.columns, types }),
      fileName,
      beginning,
      remembered: await needs.remembered.find(request.listId),
    });
  };

const typesOf = async (attributes: Pick<Attributes, 'all'>) =>
  Object.fromEntries((await attributes.all()).map(({ name, type }) => [name, type]));

const readOrExplain = async (read: () => Promise<SheetBeginning>): Promise<SheetBeginning | ImportProblem> => {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UnreadableFile) return explain(error.problem);
    throw error;
  }
};
