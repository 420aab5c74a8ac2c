import { finishImport } from '../domain/import.ts';
import { changeImport } from './change-import.ts';
import type { Imports, WrittenChunks } from './import-ports.ts';

interface Needs {
  readonly imports: Imports;
  readonly writtenChunks: WrittenChunks;
}

/**
 * Finishes an import if this was its last chunk. Reader and writers both ask after having written down their own part,
 * so whoever comes last sees the whole. Answers whether the import was finished now.
 */
export const finishIfWritten = async (
  { imports, writtenChunks }: Needs,
  { importId, attempt }: { readonly importId: string; readonly attempt: string },
): Promise<boolean> => {
  const { chunks } = await writtenChunks.sum(importId, attempt);
  const change = await changeImport(imports, importId, (current) => finishImport(current, attempt, chunks));
  return change?.hasChanged ?? false;
};
