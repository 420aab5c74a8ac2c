import { createHash } from 'node:crypto';
import { glob, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What tools write, and what no package is made of: the console's web app is built and uploaded by itself. */
const IGNORED = /(?:^|\/)(?:node_modules|\.serverless|\.esbuild|tests|console\/web|[^/]+\.test\.ts|[^/]+\.md)(?:\/|$)/;

/**
 * Computes one hash over files and folders, given as glob patterns, by their paths and contents; `ignored` says which do not count.
 *
 * @example await inputsHash(root, ['services/campaigns', 'pnpm-lock.yaml'])
 */
export const inputsHash = async (root: string, patterns: readonly string[], ignored = IGNORED): Promise<string> => {
  const hash = createHash('sha256');
  for (const path of await filesOf({ root, patterns, ignored }))
    hash
      .update(path)
      .update('\0')
      .update(await readFile(join(root, path)));

  return hash.digest('hex');
};

interface Wanted {
  readonly root: string;
  readonly patterns: readonly string[];
  readonly ignored: RegExp;
}

const filesOf = async ({ root, patterns, ignored }: Wanted): Promise<readonly string[]> => {
  const everything = patterns.flatMap((pattern) => [pattern, `${pattern}/**`]);
  const paths = new Set<string>();
  const found = glob(everything, { cwd: root, exclude: (path) => ignored.test(path) });
  for await (const path of found) if (!ignored.test(path) && (await stat(join(root, path))).isFile()) paths.add(path);

  return [...paths].sort();
};
