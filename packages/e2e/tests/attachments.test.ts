import { randomBytes } from 'node:crypto';

import * as z from 'zod/mini';

import type { Platform } from '../../../scripts/lib/platform.ts';
import {
  announceFile,
  type Client,
  eventually,
  filesOf,
  type MediaFile,
  mailsOf,
  openMail,
  untilEnded,
  uploadFile,
  whenImported,
  whenLaunched,
} from '../src/index.ts';
import { campaignCreated, listCreated, mailboxPage, templateCreated } from '../src/shapes.ts';
import { peopleCsv } from './people.ts';
import { givenPlatform, givenRate } from './platform.ts';

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const fileOf = (fileName: string, contentType: string, bytes: Buffer): MediaFile => ({
  fileName,
  contentType,
  bytes: Uint8Array.from(bytes),
});
const pdf = fileOf(
  '가을 목록.pdf',
  'application/pdf',
  Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(200_000)]),
);
const png = fileOf('logo.png', 'image/png', Buffer.from(PIXEL, 'base64'));

let platform: Platform;
let client: Client;

beforeAll(async () => {
  ({ platform, client } = await givenPlatform(6_300));
  await givenRate(platform, 100);
}, 300_000);

afterAll(() => platform.stop(), 60_000);

const givenCampaignWith = async (template: object) => {
  const { addresses, ...file } = peopleCsv(3);
  const { listId } = await client.call('POST /api/audience/lists', listCreated, { name: 'Few' });
  await whenImported(client, { listId, file });
  const { templateId } = await client.call('POST /api/campaigns/templates', templateCreated, {
    name: 'With files',
    subject: 'Hello {{ name }}',
    html: '<p>Hello {{ name }}</p>',
    ...template,
  });
  const { campaignId } = await client.call('POST /api/campaigns/campaigns', campaignCreated, {
    name: 'With files',
    templateId,
    listId,
    from: { address: 'letters@news.example.com' },
  });
  return { campaignId, addresses };
};

it('brings everybody, and whoever tests it, the same bytes as were uploaded', async () => {
  const [pdfId, pngId] = await Promise.all([uploadFile(client, pdf), uploadFile(client, png)]);
  const { campaignId, addresses } = await givenCampaignWith({
    html: `<p>Hello {{ name }}</p><img src="cid:${pngId}" alt="">`,
    attachments: [{ mediaId: pdfId }],
  });

  await client.call(`POST /api/campaigns/campaigns/${campaignId}/test-sends`, z.unknown(), {
    recipients: [{ address: 'author@example.com' }],
  });
  const runId = await whenLaunched(client, campaignId);
  const run = await untilEnded(client, runId);
  const mails = await mailsOf(platform.gateway, runId);
  const tests = await eventually(
    async () => {
      const answer = await fetch(`${platform.gateway}/mailbox/api/messages?search=author@example.com`);
      return z.parse(mailboxPage, await answer.json()).messages;
    },
    ({ length }) => length > 0,
    { what: 'the test to arrive' },
  );
  const ids = [...[...mails.values()].flat(), ...tests.map(({ id }) => id)];
  const received = await Promise.all(ids.map((id) => filesOf(platform.gateway, id)));
  const shown = await openMail(platform.gateway, ids[0] ?? '');

  expect([run.status, run.accepted, mails.size]).toEqual(['sent', addresses.length, addresses.length]);
  const sorted = received.map((files) => files.toSorted((a, b) => a.contentType.localeCompare(b.contentType)));
  expect(sorted).toEqual(ids.map(() => [pdf, png]));
  expect(shown.html).toMatch(/src="\/mailbox\/api\/messages\/[^"]+\/attachments\/\d"/);
}, 1_200_000);

it('fails a run whose file nobody has uploaded, before anything is sent', async () => {
  const { mediaId } = await announceFile(client, pdf);
  const { campaignId } = await givenCampaignWith({ attachments: [{ mediaId }] });

  const runId = await whenLaunched(client, campaignId);
  const run = await untilEnded(client, runId);

  expect(run).toMatchObject({ status: 'failed', reason: expect.stringContaining('has not been uploaded yet') });
  expect((await mailsOf(platform.gateway, runId)).size).toBe(0);
}, 1_000_000);
