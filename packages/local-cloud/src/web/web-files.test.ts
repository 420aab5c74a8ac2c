import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { fileBehind, readWebFile } from './web-files.ts';

let folder = '';

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'bulkhead-web-')), 'dist');
  await mkdir(join(folder, 'assets'), { recursive: true });
  await writeFile(join(folder, 'index.html'), '<title>Bulkhead</title>');
  await writeFile(join(folder, 'assets/index-D4f_x.js'), 'let a;');
  await writeFile(join(folder, '.inputs.json'), 'hidden');
  await writeFile(join(folder, '../secret.txt'), 'outside');
});

afterEach(() => rm(join(folder, '..'), { recursive: true }));

describe('readWebFile', () => {
  it('keeps what has a hash in its name for ever, and asks for everything else anew', async () => {
    const script = await readWebFile(folder, '/assets/index-D4f_x.js');
    const page = await readWebFile(folder, '/index.html');

    expect(script).toMatchObject({
      type: 'text/javascript; charset=utf-8',
      cacheControl: 'public, max-age=31536000, immutable',
    });
    expect(page).toMatchObject({ type: 'text/html; charset=utf-8', cacheControl: 'no-cache' });
  });

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/.inputs.json',
    '//index.html',
    '/assets',
    '/missing.js',
    '/index.html\0.js',
  ])('finds nothing at %j', async (path) => {
    expect(await readWebFile(folder, path)).toBeUndefined();
  });
});

it.each([
  ['/', '/index.html'],
  ['/campaigns/cmp_1/edit', '/index.html'],
  ['/bulkhead.svg', '/bulkhead.svg'],
  ['/v1.2/runs', '/index.html'],
])('answers %s with %s', (path, file) => {
  expect(fileBehind(path)).toBe(file);
});
