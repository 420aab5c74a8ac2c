import { createHash } from 'node:crypto';

import * as z from 'zod/mini';

import type { Platform } from '../../../scripts/lib/platform.ts';
import { type Client, eventually } from '../src/index.ts';
import * as shape from '../src/shapes.ts';
import { givenPlatform } from './platform.ts';

const ROWS = 100_000;
/** Every so many rows there is one about somebody who had one before, and one that is about nobody. */
const REPEATED_EVERY = 100;
const BROKEN_EVERY = 250;

const countedList = z.object({ members: z.int() });
const card = z.object({ fields: z.record(z.string(), z.string()) });
const idOf = (address: string): string =>
  createHash('sha256').update(address).digest().subarray(0, 16).toString('base64url');

let platform: Platform;
let client: Client;

beforeAll(async () => {
  ({ platform, client } = await givenPlatform(5_900));
}, 300_000);

afterAll(() => platform.stop(), 60_000);

/** What the row says is known from its number, and so is what must come of all of them. */
const rowOf = (n: number): string => {
  if (n % BROKEN_EVERY === 0) return `nobody ${n},,`;
  if (n % REPEATED_EVERY === 1 && n > REPEATED_EVERY) return `PERSON.1@example.com,Row ${n},`;
  return `person.${n}@example.com,Row ${n},Seoul`;
};
const numbers = Array.from({ length: ROWS }, (_, n) => n + 1);
const rejected = numbers.filter((n) => n % BROKEN_EVERY === 0).length;
const duplicates = numbers.filter((n) => n % REPEATED_EVERY === 1 && n > REPEATED_EVERY).length;
const accepted = ROWS - rejected - duplicates;

it('imports a hundred thousand rows, each once, when the host is killed while it reads and while it writes', async () => {
  const { listId } = await client.call('POST /api/audience/lists', shape.listCreated, { name: 'Large' });
  const bytes = Buffer.from(['email,name,city', ...numbers.map(rowOf)].join('\n'));
  const importId = await client.upload(listId, 'people.csv', bytes);
  const status = () => client.importOf(importId);
  const kill = async () => {
    await platform.killHost('audience', 'SIGKILL');
    await platform.restartHost('audience');
  };

  await eventually(status, (now) => now.status !== 'awaiting_upload', { what: 'the file to be read' });
  await kill();
  await eventually(status, (now) => now.status === 'writing' && now.written > 0, {
    what: 'contacts to be written',
    atMost: 800_000,
  });
  const whenKilled = await status();
  await kill();
  const finished = await eventually(status, (now) => now.status === 'finished', {
    what: 'the import to finish',
    atMost: 900_000,
  });

  const rejectedRows = await (await fetch(finished.rejectedRowsUrl ?? '')).text();
  const { members } = await client.call(`GET /api/audience/lists/${listId}`, countedList);
  const { fields } = await client.call(`GET /api/audience/contacts/${idOf('person.1@example.com')}`, card);
  expect(whenKilled.written).toBeLessThan(accepted);
  expect(finished).toMatchObject({ rows: ROWS, accepted, duplicates, rejected, written: accepted, added: accepted });
  expect(rejectedRows.trim().split('\r\n')).toHaveLength(rejected + 1);
  expect(members).toBe(accepted);
  expect(fields).toEqual({ name: `Row ${ROWS - REPEATED_EVERY + 1}`, city: 'Seoul' });
}, 2_000_000);
