import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A file to be written. */
export interface NewFile {
  readonly path: string;
  readonly contents: Uint8Array;
}

/**
 * Writes files in their order, each as a whole: whoever reads one meanwhile gets the old or the new contents, never a part.
 *
 * A worker thread may start at any moment; a module that is empty for that moment would end it without a word.
 */
export const replaceFiles = async (files: readonly NewFile[]): Promise<void> => {
  for (const { path, contents } of files) {
    if (await hasContents(path, contents)) continue;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(`${path}.new`, contents);
    await rename(`${path}.new`, path);
  }
};

const hasContents = async (path: string, contents: Uint8Array): Promise<boolean> => {
  const current = await readFile(path).catch(() => undefined);

  return current?.equals(contents) ?? false;
};
