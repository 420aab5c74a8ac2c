import { createHash } from 'node:crypto';

import * as z from 'zod/mini';

import type { Platform } from '../../../scripts/lib/platform.ts';
import { type Client, eventually, whenImported } from '../src/index.ts';
import * as shape from '../src/shapes.ts';
import { givenPlatform } from './platform.ts';

const PEOPLE = 150;
const PAGE = 100;

const countedList = z.object({ listId: z.string(), members: z.int(), unsubscribed: z.int() });
const lists = z.object({ items: z.array(countedList) });
const recount = z.extend(countedList, { corrected: z.object({ members: z.int(), unsubscribed: z.int() }) });
const found = z.object({ items: z.array(z.object({ address: z.string() })), cursor: z.optional(z.string()) });
const timeline = z.object({ items: z.array(z.looseObject({ kind: z.string() })) });

let platform: Platform;
let client: Client;

beforeAll(async () => {
  ({ platform, client } = await givenPlatform(6_900));
}, 300_000);

afterAll(() => platform.stop(), 60_000);

const addressOf = (n: number): string => `person.${n}@example.com`;
const idOf = (n: number): string =>
  createHash('sha256').update(addressOf(n)).digest().subarray(0, 16).toString('base64url');

const listOf = async (listId: string) => {
  const { items } = await client.call('GET /api/audience/lists', lists);
  return items.find((list) => list.listId === listId);
};

const search = (prefix: string, cursor = '') =>
  client.call(`GET /api/audience/contacts?prefix=${prefix}&limit=${PAGE}${cursor && `&cursor=${cursor}`}`, found);

it('shows what a list comes to, who is on it by the beginning of an address, and the life of one of them', async () => {
  const { listId } = await client.call('POST /api/audience/lists', shape.listCreated, { name: 'Letters' });
  const addresses = Array.from({ length: PEOPLE }, (_, n) => addressOf(n));
  const bytes = Buffer.from(['email', ...addresses].join('\n'));
  await whenImported(client, { listId, file: { fileName: 'people.csv', bytes } });
  await whenImported(client, { listId, file: { fileName: 'again.csv', bytes } });
  await client.call(`POST /api/audience/contacts/${idOf(7)}/unsubscribe`, z.unknown(), { listId });
  await client.call(`DELETE /api/audience/contacts/${idOf(8)}`, z.unknown());

  const list = await eventually(
    () => listOf(listId),
    (counted) => counted?.unsubscribed === 1 && counted.members < PEOPLE,
    { what: 'one to have left, and one to be forgotten' },
  );
  // Who is forgotten leaves their lists first.
  await eventually(
    () => search('person.8@'),
    ({ items }) => items.length === 0,
    { what: 'the forgotten one to be found no more' },
  );
  const first = await search('PERSON.');
  const second = await search('PERSON.', first.cursor);
  const [left, joined] = (await client.call(`GET /api/audience/contacts/${idOf(7)}/timeline`, timeline)).items;
  const counted = await client.call(`POST /api/audience/lists/${listId}/recount`, recount);

  expect(list).toEqual({ listId, members: PEOPLE - 1, unsubscribed: 1 });
  expect(counted).toMatchObject({ members: PEOPLE - 1, corrected: { members: 0, unsubscribed: 0 } });
  expect([...first.items, ...second.items].map(({ address }) => address)).toEqual(
    addresses.filter((address) => address !== addressOf(8)).toSorted(),
  );
  expect([left, joined]).toMatchObject([
    { kind: 'left', by: 'member' },
    { kind: 'joined', listId, importId: expect.stringMatching(/^imp_/) },
  ]);
  await expect(client.call(`GET /api/audience/contacts/${idOf(8)}/timeline`, timeline)).rejects.toThrow('404');
}, 1_600_000);
