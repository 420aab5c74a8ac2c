import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';

import * as z from 'zod/mini';

import { withoutAccount } from '../../../../scripts/lib/environment.ts';

/** What somebody on a train waits for; the editors and charts come when they are used. */
const MOST_BYTES = 250_000;
const HOME = ['index.html', 'src/home/home-page.tsx'];

const Manifest = z.record(z.string(), z.object({ file: z.string(), imports: z.optional(z.array(z.string())) }));
type Manifest = z.infer<typeof Manifest>;

const run = promisify(execFile);
const web = fileURLToPath(new URL('../../web/', import.meta.url));
const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');

let folder: string;
let manifest: Manifest;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-'));
  const options = ['--outDir', folder, '--emptyOutDir', '--manifest', 'manifest.json', '--logLevel', 'error'];
  await run(process.execPath, [vite, 'build', web, ...options], { env: withoutAccount({ NODE_ENV: 'production' }) });
  manifest = z.parse(Manifest, JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** The files that come with an entry of the manifest. */
const filesWith = (name: string, seen = new Set<string>()): ReadonlySet<string> => {
  const chunk = manifest[name];
  if (chunk === undefined) throw new Error(`${name} is no part of what was built`);
  if (seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const other of chunk.imports ?? []) filesWith(other, seen);
  return seen;
};

const sizeOf = async (file: string): Promise<number> => gzipSync(await readFile(join(folder, file))).length;

it.each(['en', 'ko'])('the home page loads at most 250 KB of JavaScript with its words in %s', async (language) => {
  const words = Object.keys(manifest).filter((name) => name.includes(`words-start-${language}`));
  const files = new Set([...HOME, ...words].flatMap((name) => [...filesWith(name)]));

  const sizes = await Promise.all([...files].map(sizeOf));

  expect(words).toHaveLength(1);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST_BYTES);
});

it('the home page brings the words of no language with it, so that each comes alone', () => {
  const files = HOME.flatMap((name) => [...filesWith(name)]);

  expect(files.filter((file) => file.includes('words-'))).toEqual([]);
});
