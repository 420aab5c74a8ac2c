import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { root } from '../../lib/workspace.ts';

const run = promisify(execFile);
/** Whoever has not ended by then hangs. */
const MOST_MS = 150_000;

/**
 * Starts a script as `pnpm` does, waits for its end and answers what its last line of figures says.
 *
 * @throws with all that the script said, when its status is not 0
 */
export const figuresOf = async (script: string, words: string): Promise<unknown> => {
  const args = [join(root, 'scripts', script), ...words.split(' ')];
  const { stdout } = await run(process.execPath, args, { cwd: root, timeout: MOST_MS });
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '');
};

/** The figures that are none: JSON has no other word for what cannot be reckoned. */
export const gapsIn = (figures: unknown): readonly unknown[] => {
  if (typeof figures !== 'object' || figures === null) return typeof figures === 'number' ? [] : [figures];
  return Object.values(figures).flatMap(gapsIn);
};
