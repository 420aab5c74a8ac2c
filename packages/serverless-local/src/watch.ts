import { watch } from 'node:fs';
import { join } from 'node:path';
import type { Bundle } from './bundle.ts';

const QUIET_MS = 50;

export interface WatchListener {
  readonly onBundled: () => void;
  /** Hears why a folder is not watched; everything else works on. */
  readonly onBlind: (why: string) => void;
}

/**
 * Bundles a service again when one of its sources changes, in the service or in a package of the workspace.
 *
 * A build that fails, esbuild says why, leaves the last good bundle where it is; the next change of any file tries again.
 */
export const watchSources = (bundle: Bundle, { onBundled, onBlind }: WatchListener): void => {
  let isBroken = false;
  let timer: NodeJS.Timeout | undefined;
  let building = Promise.resolve();
  const rebuild = async () => {
    try {
      await bundle.rebuild();
      isBroken = false;
      onBundled();
    } catch {
      isBroken = true;
    }
  };
  const onChange = (path: string) => {
    if (!isBroken && !bundle.inputs().has(path)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      building = building.then(rebuild);
    }, QUIET_MS);
  };

  for (const folder of sourceFolders(bundle.inputs())) watchFolder(folder, onChange, onBlind);
};

/** The system may allow only so many watchers. */
const watchFolder = (folder: string, onChange: (path: string) => void, onBlind: (why: string) => void): void => {
  const complain = (error: unknown) =>
    onBlind(`changes below ${folder} are not noticed: ${error instanceof Error ? error.message : 'unknown reason'}`);
  try {
    watch(folder, { recursive: true }, (_, name) => {
      if (name !== null) onChange(join(folder, name));
    }).on('error', complain);
  } catch (error) {
    complain(error);
  }
};

/** The `src` folders above a bundle's inputs, libraries left out. */
const sourceFolders = (inputs: ReadonlySet<string>): ReadonlySet<string> => {
  const own = [...inputs].filter((path) => !path.includes('/node_modules/'));

  return new Set(own.flatMap((path) => /^.*\/src(?=\/)/.exec(path)?.[0] ?? []));
};
