import { confirmImport } from '../../domain/confirm-import.ts';
import { filesOf, type Understanding } from '../../domain/import.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import type { Attributes } from '../attributes/ports.ts';
import { changeImport } from '../change-import.ts';
import { declareTypes, type TypeProblem } from '../declare-types.ts';
import type { Imports, Uploads } from '../import-ports.ts';
import type { Cause } from '../ports.ts';
import type { ReadCommands } from './ports.ts';

interface Needs {
  readonly imports: Imports;
  readonly uploads: Pick<Uploads, 'find'>;
  readonly attributes: Attributes;
  readonly commands: ReadCommands;
}

export type StartImport = (
  importId: string,
  understanding: Partial<Understanding>,
  cause: Cause,
) => Promise<
  Result<
    void,
    | TypeProblem
    | { readonly kind: 'import_not_found' }
    | { readonly kind: 'upload_not_found' }
    | { readonly kind: 'import_not_waiting' }
  >
>;

/**
 * Lets an import be read that waits for somebody's word. The word is written down before the command is sent: should the
 * command never be, the import still waits, and the word can be said again.
 */
export const makeStartImport =
  ({ imports, uploads, attributes, commands }: Needs): StartImport =>
  async (importId, understanding, { correlationId }) => {
    const request = await imports.find(importId);
    if (request === undefined) return refuse({ kind: 'import_not_found' });
    if (request.progress.status !== 'uploaded') return refuse({ kind: 'import_not_waiting' });
    const found = await Promise.all(filesOf(request).map((_, n) => uploads.find(importId, n + 1)));
    if (found.includes(undefined)) return refuse({ kind: 'upload_not_found' });
    const declared = await declareTypes(attributes, understanding.columns ?? {});
    if (!declared.ok) return declared;

    const confirmed = await changeImport(imports, importId, (current) => confirmImport(current, understanding));
    if (confirmed?.hasChanged !== true) return refuse({ kind: 'import_not_waiting' });
    await commands.read(importId, confirmed.current.confirmed ?? '', { correlationId });
    return succeed(undefined);
  };
