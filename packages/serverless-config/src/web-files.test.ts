import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { readWebObjects } from './web-files.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bulkhead-web-'));
});

afterEach(() => rm(folder, { recursive: true }));

it('uploads pages last, and lets only what has a hash in its name be kept for ever', async () => {
  await mkdir(join(folder, 'assets'));
  for (const name of ['index.html', 'assets/index-1.js', 'assets/a.css', 'bulkhead.svg', '.inputs.sha256']) {
    await writeFile(join(folder, name), name);
  }

  const objects = await readWebObjects(folder);

  expect(objects.map(({ Key, ContentType, CacheControl }) => [Key, ContentType, CacheControl])).toEqual([
    ['assets/a.css', 'text/css; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['assets/index-1.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['bulkhead.svg', 'image/svg+xml', 'no-cache'],
    ['index.html', 'text/html; charset=utf-8', 'no-cache'],
  ]);
});

it('refuses an app that was not built, or only half', async () => {
  await writeFile(join(folder, 'bulkhead.svg'), '<svg/>');

  await expect(readWebObjects(folder)).rejects.toThrow('build it before it is deployed');
  await expect(readWebObjects(join(folder, 'missing'))).rejects.toThrow('build it before it is deployed');
});
