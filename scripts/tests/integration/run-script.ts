import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { root } from '../../lib/workspace.ts';

const run = promisify(execFile);
/** Whoever has not ended by then hangs. */
const MOST_MS = 300_000;
/** Tests wait for longer than that: then it is said what hangs. */
export const PATIENCE_MS = MOST_MS + 30_000;

/**
 * Starts a script as `pnpm` does, waits for its end and answers what it has printed.
 *
 * @throws with what it complained of, when its status is not 0
 */
export const outputOf = async (script: string, words: string): Promise<string> => {
  const args = [join(root, 'scripts', `${script}.ts`), ...words.split(' ')];
  const { stdout } = await run(process.execPath, args, { cwd: root, timeout: MOST_MS });
  return stdout;
};

/** What a script has measured or counted: its last line. */
export const figuresOf = async (script: string, words: string): Promise<unknown> => {
  const lines = (await outputOf(script, words)).trimEnd().split('\n');
  return JSON.parse(lines.at(-1) ?? '');
};
