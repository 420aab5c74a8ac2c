import { glob, readFile } from 'node:fs/promises';
import { basename } from 'node:path';

import { zipEntries } from '@bulkhead/testing/zip-entries';

import { all } from './templates.ts';

const KILOBYTE = 1_024;
/** A function that starts cold loads its bundle while somebody waits. */
const MOST = 650 * KILOBYTE;
/** Those that start by the hundred while a campaign is sent. */
const hot = new Set(['sendChunk', 'onSesEvents', 'onEngagement', 'onWriteContacts']);
const MOST_HOT = 400 * KILOBYTE;

const services = new URL('../../../../services/', import.meta.url).pathname;
const archives: string[] = [];
for await (const archive of glob(['*/.serverless/*.zip', '*/tokens/.serverless/*.zip'], { cwd: services }))
  archives.push(archive);
const bundles = await Promise.all(
  archives.map(async (archive) => {
    const code = zipEntries(await readFile(services + archive)).filter(({ name }) => name.endsWith('.mjs'));
    return { name: basename(archive, '.zip'), bytes: code.reduce((sum, { size }) => sum + size, 0) };
  }),
);

it('knows the bundle of every function, the hot ones among them', () => {
  expect(bundles).toHaveLength(all('AWS::Lambda::Function').length);
  expect(bundles.filter(({ name }) => hot.has(name))).toHaveLength(hot.size);
});

it.each(bundles)('keeps $name small, minified: it has $bytes bytes', ({ name, bytes }) => {
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(hot.has(name) ? MOST_HOT : MOST);
});
