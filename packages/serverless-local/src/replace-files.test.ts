import { mkdtemp, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replaceFiles } from './replace-files.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'replace-files-'));
});

afterEach(() => rm(folder, { recursive: true }));

const replace = (name: string, contents: string) =>
  replaceFiles([{ path: join(folder, name), contents: Buffer.from(contents) }]);

describe('replaceFiles', () => {
  it('leaves the old contents to whoever has begun to read them', async () => {
    await replace('handlers/a.mjs', 'the old contents');
    const reader = await open(join(folder, 'handlers/a.mjs'));

    await replace('handlers/a.mjs', 'new');

    expect(await reader.readFile('utf8')).toBe('the old contents');
    expect(await readFile(join(folder, 'handlers/a.mjs'), 'utf8')).toBe('new');
    expect(await readdir(join(folder, 'handlers'))).toEqual(['a.mjs']);
    await reader.close();
  });

  it('does not touch a file that stays the same', async () => {
    await replace('a.mjs', 'same');
    const before = await stat(join(folder, 'a.mjs'));

    await replace('a.mjs', 'same');

    expect((await stat(join(folder, 'a.mjs'))).ino).toBe(before.ino);
  });
});
