import type { Import } from '../domain/import.ts';
import type { Imports } from './import-ports.ts';

/**
 * Changes an import by a decision of the domain, deciding again whenever somebody else wrote first.
 * Answers with the import as it is now; `undefined` if there is none.
 */
export const changeImport = async (
  imports: Imports,
  importId: string,
  decide: (current: Import) => Import | undefined,
): Promise<{ readonly current: Import; readonly hasChanged: boolean } | undefined> => {
  const current = await imports.find(importId);
  if (current === undefined) return undefined;
  const next = decide(current);
  if (next === undefined) return { current, hasChanged: false };
  return (await imports.save(next)) ? { current: next, hasChanged: true } : changeImport(imports, importId, decide);
};
