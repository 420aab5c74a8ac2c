import { readFile } from 'node:fs/promises';

import * as z from 'zod/mini';

import type { Platform } from '../../../scripts/lib/platform.ts';
import {
  accountFor,
  type Client,
  eventually,
  givenCampaign,
  greeting,
  mailsOf,
  openMail,
  untilEnded,
  untilReported,
  whenImported,
  whenLaunched,
} from '../src/index.ts';
import * as shape from '../src/shapes.ts';
import { givenPlatform } from './platform.ts';

const samples = new URL('../../../samples/', import.meta.url);

const Expected = z.object({
  csv: z.object({ accepted: z.int(), recipients: z.array(z.object({ address: z.string(), name: z.string() })) }),
});
/** How many of the mails are opened. */
const READ = 100;

let platform: Platform;
let client: Client;

beforeAll(async () => {
  ({ platform, client } = await givenPlatform(5_300));
}, 300_000);

afterAll(() => platform.stop(), 60_000);

const givenList = async () =>
  (await client.call('POST /api/audience/lists', shape.listCreated, { name: 'Letters' })).listId;

it('turns what Excel in Korea saves as CSV into letters that greet everybody by name', async () => {
  const listId = await givenList();
  const bytes = await readFile(new URL('newsletter-cp949.csv', samples));
  const { csv } = z.parse(Expected, JSON.parse(await readFile(new URL('expected.json', samples), 'utf8')));
  const people = csv.recipients.filter(({ name }) => name !== '').slice(0, READ);

  const imported = await whenImported(client, { listId, file: { fileName: 'newsletter-cp949.csv', bytes } });
  const runId = await whenLaunched(client, await givenCampaign(client, listId));
  const run = await untilEnded(client, runId);
  const mails = await mailsOf(platform.gateway, runId);
  const opened = await Promise.all(
    people.map(({ address }) => openMail(platform.gateway, mails.get(address)?.[0] ?? '')),
  );

  expect(opened.filter(({ html }, n) => !html.includes(greeting(people[n]?.name ?? '')))).toEqual([]);
  expect({ imported: imported.accepted, accepted: run.accepted }).toEqual({
    imported: csv.accepted,
    accepted: csv.accepted,
  });
  expect(
    accountFor(
      csv.recipients.map(({ address }) => address),
      mails,
    ),
  ).toEqual({
    sentTwice: [],
    neverSent: [],
    unexpected: [],
  });
  await untilReported(client, runId);
}, 1_200_000);

it.each([
  ['a zero-byte file', Buffer.alloc(0)],
  ['a file that is not a workbook', Buffer.from('PK\u0003\u0004 and then nothing of a workbook')],
  ['an encrypted workbook', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1_024)])],
])(
  'refuses %s with a sentence, keeps it, and can read it again',
  async (_, bytes) => {
    const listId = await givenList();
    const importId = await client.upload(listId, 'people.xlsx', bytes);
    const failed = () =>
      eventually(
        () => client.importOf(importId),
        ({ status }) => status === 'failed',
        { what: 'the import to fail' },
      );

    const first = await failed();
    await client.call(`POST /api/audience/imports/${importId}/replay`, z.unknown());
    const second = await failed();

    expect(JSON.stringify(first.problem)).toMatch(/[a-z]+ [a-z]+ [a-z]+/);
    expect(second.problem).toEqual(first.problem);
  },
  400_000,
);
