import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Finds the root of the pnpm workspace that a folder belongs to; a service on its own is its own root. */
export const workspaceOf = (folder: string): string => {
  for (let candidate = folder; candidate !== dirname(candidate); candidate = dirname(candidate)) {
    if (existsSync(join(candidate, 'pnpm-workspace.yaml'))) return candidate;
  }

  return folder;
};
