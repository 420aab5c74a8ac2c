import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const SOURCES = join(import.meta.dirname, '..');

/** Lines that ask for something to be read again, with where they stand. */
const readingsAgain = async (): Promise<readonly string[]> => {
  const files = (await readdir(SOURCES, { recursive: true })).filter((file) => /(?<!\.test)\.tsx?$/.test(file));
  const found = await Promise.all(
    files.map(async (file) => {
      const lines = (await readFile(join(SOURCES, file), 'utf8')).split('\n');
      return lines.filter((line) => line.includes('.invalidateQueries(')).map((line) => `${file}: ${line.trim()}`);
    }),
  );
  return found.flat();
};

/** Without a network a reading waits for one: a deed that is done would be shown as under way for as long. */
it('ends every deed with its answer, and not with what is read again after it', async () => {
  const readings = await readingsAgain();

  expect(readings.length).toBeGreaterThan(0);
  expect(readings.filter((reading) => !reading.includes('void '))).toEqual([]);
});
