import { createHash } from 'node:crypto';

import * as z from 'zod/mini';

import type { Platform } from '../../../scripts/lib/platform.ts';
import { type Client, eventually } from '../src/index.ts';
import * as shape from '../src/shapes.ts';
import { givenPlatform } from './platform.ts';

/** Rows of each of the large files; the second begins where the first one's second half does. */
const ROWS = 20_000;

const uploads = z.extend(shape.importCreated, {
  uploads: z.array(z.object({ file: z.string(), upload: shape.importCreated.shape.upload })),
});
const preview = z.object({
  encoding: z.optional(z.string()),
  delimiter: z.string(),
  columns: z.array(z.object({ header: z.string(), holds: z.string(), guess: z.object({ type: z.string() }) })),
  rows: z.array(z.object({ row: z.int(), cells: z.array(z.string()) })),
});
const countedList = z.object({ members: z.int(), columns: z.optional(z.unknown()) });
const card = z.object({ fields: z.record(z.string(), z.string()) });
const attributes = z.object({ items: z.array(z.object({ name: z.string(), type: z.string() })) });
const idOf = (address: string): string =>
  createHash('sha256').update(address).digest().subarray(0, 16).toString('base64url');

let platform: Platform;
let client: Client;

beforeAll(async () => {
  ({ platform, client } = await givenPlatform(6_700));
}, 300_000);

afterAll(() => platform.stop(), 60_000);

const row = (n: number, file: number): string => `person.${n}@example.com;"1.234,5";${file}/11/2026`;
const textOf = (file: number, from: number): Buffer =>
  Buffer.from(['Contact;Points;Since', ...Array.from({ length: ROWS }, (_, n) => row(from + n, file))].join('\n'));
const put = async (url: string, bytes: Buffer): Promise<void> => {
  const answer = await fetch(url, { method: 'PUT', body: new Uint8Array(bytes) });
  if (!answer.ok) throw new Error(`The upload was refused: ${answer.status}`);
};

it('looks at several files, reads them when it is told to, and is exact though the reader and a writer are killed', async () => {
  const { listId } = await client.call('POST /api/audience/lists', shape.listCreated, { name: 'Several files' });
  const files = ['first.csv', 'second.csv', 'third.csv'].map((fileName) => ({ fileName }));
  const made = await client.call('POST /api/audience/imports', uploads, { listId, files, start: 'when_confirmed' });
  const { importId } = made;
  const [first, second, third] = made.uploads.map(({ upload }) => upload.url);
  const path = `/api/audience/imports/${importId}`;
  const status = () => client.importOf(importId);
  const kill = async () => {
    await platform.killHost('audience', 'SIGKILL');
    await platform.restartHost('audience');
  };

  await put(second ?? '', textOf(22, ROWS / 2));
  await put(third ?? '', Buffer.from('Contact;Points\nperson.1@example.com;7\nperson.2@example.com;many\n'));
  await put(first ?? '', textOf(21, 0));
  await eventually(status, (now) => now.status === 'uploaded', { what: 'all files to arrive' });
  const looked = await client.call(`GET ${path}/preview?file=2`, preview);
  const columns = { address: 'Contact', types: { Points: 'number', Since: 'date' } };
  await client.call(`POST ${path}/start`, z.unknown(), { columns });
  await eventually(status, (now) => now.status !== 'uploaded', { what: 'the files to be read' });
  await kill();
  await eventually(status, (now) => now.written > 0, { what: 'contacts to be written', atMost: 800_000 });
  await kill();
  const finished = await eventually(status, (now) => now.status === 'finished', {
    what: 'the import to finish',
    atMost: 900_000,
  });

  const list = await client.call(`GET /api/audience/lists/${listId}`, countedList);
  const { fields } = await client.call(`GET /api/audience/contacts/${idOf('person.1@example.com')}`, card);
  const rejectedRows = await (await fetch(finished.rejectedRowsUrl ?? '')).text();
  const accepted = ROWS + ROWS / 2;
  expect(looked).toMatchObject({
    delimiter: ';',
    columns: [{ header: 'Contact' }, { guess: { type: 'number' } }, { guess: { type: 'date' } }],
    rows: expect.arrayContaining([{ cells: [`person.${ROWS / 2}@example.com`, '1.234,5', '22/11/2026'], row: 2 }]),
  });
  expect(finished).toMatchObject({
    rows: 2 * ROWS + 2,
    accepted,
    duplicates: ROWS / 2 + 1,
    rejected: 1,
    written: accepted,
    added: accepted,
  });
  expect(list).toEqual({ members: accepted, columns });
  expect(fields).toEqual({ Points: '7', Since: '2026-11-21' });
  expect(rejectedRows).toContain('third.csv,third.csv,3,Points,many,');
  expect(await client.call('GET /api/audience/attributes', attributes)).toMatchObject({
    items: expect.arrayContaining([
      { name: 'Points', type: 'number' },
      { name: 'Since', type: 'date' },
    ]),
  });
}, 2_300_000);
