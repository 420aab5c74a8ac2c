import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { withoutAccount } from './environment.ts';
import { inputsHash } from './inputs-hash.ts';
import { root, webAppFolder } from './workspace.ts';

const SERVICE = 'services/console';
const WEB = `${SERVICE}/web`;
/** What the app is made of, what it is built with included. */
const INPUTS = [
  ...['src', 'public', 'index.html', 'bundling', 'vite.config.ts', 'tsconfig.json'].map((name) => `${WEB}/${name}`),
  `${SERVICE}/package.json`,
  'packages/contracts/src',
  'packages/liquid/src',
  'pnpm-lock.yaml',
];
const IGNORED = /\.test\.ts$/;
const HASH = join(webAppFolder, '.inputs.sha256');
/** Services start first. */
const BACKGROUND = 10;

/** How the building of the web app went. */
export type Built =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'built'; readonly seconds: number }
  | { readonly kind: 'failed'; readonly output: string };

/**
 * Builds the web app unless nothing that it is made of has changed. While it is being built there is none: the gateway shows a page that
 * waits for it.
 */
export const buildWebApp = async (): Promise<Built> => {
  const began = performance.now();
  const hash = await inputsHash(root, INPUTS, IGNORED);
  if ((await readOrNothing(HASH)) === hash) return { kind: 'unchanged' };

  await rm(join(webAppFolder, 'index.html'), { force: true });
  const { code, output } = await runVite();
  if (code !== 0) return { kind: 'failed', output };
  await writeFile(HASH, hash);

  return { kind: 'built', seconds: (performance.now() - began) / 1_000 };
};

const readOrNothing = (path: string): Promise<string | undefined> => readFile(path, 'utf8').catch(() => undefined);

const runVite = async (): Promise<{ readonly code: number | null; readonly output: string }> => {
  const vite = createRequire(join(root, SERVICE, 'package.json')).resolve('vite/package.json');
  const child = spawn(process.execPath, [join(dirname(vite), 'bin/vite.js'), 'build', '--logLevel', 'warn', WEB], {
    cwd: root,
    env: withoutAccount({ NODE_ENV: 'production' }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = () => child.kill();
  process.once('exit', end);
  if (child.pid !== undefined) setPriority(child.pid, BACKGROUND);
  let output = '';
  const collect = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  await once(child, 'close');
  process.off('exit', end);

  return { code: child.exitCode, output: stripVTControlCharacters(output) };
};
