import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const SOURCES = join(import.meta.dirname, '../..');

/** Lines that use a promise, with where they stand. */
const uses = async (): Promise<readonly string[]> => {
  const files = (await readdir(SOURCES, { recursive: true })).filter((file) => /(?<!\.test)\.tsx?$/.test(file));
  const found = await Promise.all(
    files.map(async (file) => {
      const lines = (await readFile(join(SOURCES, file), 'utf8')).split('\n');
      return lines.filter((line) => /\buse\(/.test(line)).map((line) => `${file}: ${line.trim()}`);
    }),
  );
  return found.flat();
};

/** React plays a render that has waited once more, and throws where a promise that it used then is not used any more. */
it('uses what it may wait for in every render, also where it is here already', async () => {
  const found = await uses();

  expect(found.length).toBeGreaterThan(0);
  expect(found.filter((line) => !/= use\([\w.()]+\);$/.test(line))).toEqual([]);
});
