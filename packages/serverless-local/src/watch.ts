import { watch } from 'node:fs';
import { join } from 'node:path';
import type { Bundle } from './bundle.ts';

const QUIET_MS = 50;

/**
 * Bundles a service again when one of its sources changes, in the service or in a package of the workspace.
 *
 * A build that fails, esbuild says why, leaves the last good bundle where it is; the next change of any file tries again.
 */
export const watchSources = (bundle: Bundle, onBundled: () => void): void => {
  let isBroken = false;
  let timer: NodeJS.Timeout | undefined;
  const rebuild = async () => {
    try {
      await bundle.rebuild();
      isBroken = false;
      onBundled();
    } catch {
      isBroken = true;
    }
  };

  for (const folder of sourceFolders(bundle.inputs())) {
    watch(folder, { recursive: true }, (_, name) => {
      if (name === null || !(isBroken || bundle.inputs().has(join(folder, name)))) return;
      clearTimeout(timer);
      timer = setTimeout(() => void rebuild(), QUIET_MS);
    });
  }
};

/** The `src` folders above a bundle's inputs, libraries left out. */
const sourceFolders = (inputs: ReadonlySet<string>): ReadonlySet<string> => {
  const own = [...inputs].filter((path) => !path.includes('/node_modules/'));

  return new Set(own.flatMap((path) => /^.*\/src(?=\/)/.exec(path)?.[0] ?? []));
};
