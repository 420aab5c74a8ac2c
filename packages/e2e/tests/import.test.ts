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

let platform: Platform;
let client: Client;

beforeAll(async () => {
  ({ platform, client } = await givenPlatform(5_300));
}, 120_000);

afterAll(() => platform.stop(), 60_000);

const givenList = async () =>
  (await client.call('POST /api/audience/lists', shape.listCreated, { name: 'Letters' })).listId;

it('turns what Excel in Korea saves as CSV into letters that greet people by their names', async () => {
  const listId = await givenList();
  const bytes = await readFile(new URL('newsletter-cp949.csv', samples));
  const people = new TextDecoder('euc-kr')
    .decode(bytes)
    .split('\r\n')
    .slice(1)
    .filter(Boolean)
    .map((row) => row.split(','));

  const imported = await whenImported(client, { listId, file: { fileName: 'newsletter-cp949.csv', bytes } });
  const runId = await whenLaunched(client, await givenCampaign(client, listId));
  const run = await untilEnded(client, runId);
  const mails = await mailsOf(platform.gateway, runId);

  const [address = '', name = ''] = people.find(([, name]) => /^[가-힣]+$/.test(name ?? '')) ?? [];
  const mail = await openMail(platform.gateway, mails.get(address)?.[0] ?? '');
  expect(mail.html).toContain(greeting(name));
  expect(mail.subject).toContain(name);
  expect({ accepted: run.accepted, ...accountFor([...mails.keys()], mails) }).toMatchObject({
    accepted: imported.accepted,
    sentTwice: [],
  });
  await untilReported(client, runId);
}, 240_000);

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
  120_000,
);
