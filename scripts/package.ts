import { glob, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';

import { zipEntries } from '@bulkhead/testing/zip-entries';

import { packageStack } from './lib/package-stack.ts';
import { listStacks, type Stack } from './lib/stacks.ts';

const HELP = `Packages every stack for the stage "dev", without an account: templates and bundles end in .serverless/ folders.

  pnpm package            what has changed since the last time
  pnpm package --sizes    and print how big the bundle of each function is
`;

/** One run of the framework and its bundler keeps a core busy. */
const AT_ONCE = 2;
const BYTES_PER_KILOBYTE = 1_024;
const NAME_WIDTH = 24;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** @returns whether all stacks could be packaged */
const packageAll = async (stacks: readonly Stack[]): Promise<boolean> => {
  const waiting = [...stacks];
  let isGood = true;
  const work = async () => {
    for (let stack = waiting.shift(); stack; stack = waiting.shift()) {
      const started = performance.now();
      const result = await packageStack(stack);
      const seconds = ((performance.now() - started) / 1_000).toFixed(1);
      say(`${stack.name.padEnd(NAME_WIDTH)} ${result.kind}${result.kind === 'unchanged' ? '' : `, ${seconds} s`}`);
      if (result.kind === 'failed') {
        isGood = false;
        process.stderr.write(`\n${result.output}\n`);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));

  return isGood;
};

const printSizes = async (stacks: readonly Stack[]): Promise<void> => {
  for (const { name, folder } of stacks) {
    for await (const archive of glob('.serverless/*.zip', { cwd: folder })) {
      const code = zipEntries(await readFile(join(folder, archive))).filter(({ name: file }) => file.endsWith('.mjs'));
      const bytes = code.reduce((sum, { size }) => sum + size, 0);
      say(`${name.padEnd(NAME_WIDTH)} ${basename(archive, '.zip').padEnd(NAME_WIDTH)} ${kilobytes(bytes)}`);
    }
  }
};

const kilobytes = (bytes: number): string => `${String(Math.round(bytes / BYTES_PER_KILOBYTE)).padStart(5)} KB`;

const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' }, sizes: { type: 'boolean' } } });
if (values.help === true) {
  say(HELP);
} else {
  const stacks = listStacks();
  const isGood = await packageAll(stacks);
  if (values.sizes === true) await printSizes(stacks);
  process.exitCode = isGood ? 0 : 1;
}
