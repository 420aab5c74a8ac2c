import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { withoutAccount } from './environment.ts';
import { hashStack, type Stack } from './stacks.ts';

/** How the packaging of a stack went. */
export type Packaged =
  | { readonly kind: 'packaged' }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly output: string };

const STAGE = 'dev';
/** So that the tests of templates see what a stage with somebody on call gets. */
const ALARM_TOPIC = 'arn:aws:sns:eu-west-1:000000000000:on-call';
const TEMPLATE = '.serverless/cloudformation-template-update-stack.json';
/** The framework waits for ever for an esbuild that has died; no packaging takes this long. */
const HANGS_AFTER_MS = 600_000;
/** The framework empties its folder before each packaging, so the hash can only stand beside its own result. */
const HASH = '.serverless/inputs.sha256';

/** Packages a stack for a stage that needs no account, unless nothing it is made of has changed since the last time. */
export const packageStack = async (stack: Stack): Promise<Packaged> => {
  const hash = await hashStack(stack);
  const hashFile = join(stack.folder, HASH);
  if (existsSync(join(stack.folder, TEMPLATE)) && (await readOrNothing(hashFile)) === hash)
    return { kind: 'unchanged' };

  const first = await runFramework(stack.folder);
  const { code, output } = first.code === null ? await runFramework(stack.folder) : first;
  if (code !== 0) return { kind: 'failed', output };
  await writeFile(hashFile, hash);

  return { kind: 'packaged' };
};

const readOrNothing = (path: string): Promise<string | undefined> => readFile(path, 'utf8').catch(() => undefined);

const runFramework = async (cwd: string): Promise<{ readonly code: number | null; readonly output: string }> => {
  const framework = dirname(createRequire(import.meta.url).resolve('serverless/package.json'));
  const child = spawn(process.execPath, [join(framework, 'bin/serverless.js'), 'package', '--stage', STAGE], {
    cwd,
    env: withoutAccount({ BULKHEAD_ALARM_TOPIC_ARN: ALARM_TOPIC }),
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: HANGS_AFTER_MS,
    killSignal: 'SIGKILL',
  });
  let output = '';
  const collect = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  await once(child, 'close');

  return { code: child.exitCode, output };
};
