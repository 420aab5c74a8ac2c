import * as z from 'zod/mini';

import type { Platform } from '../../../scripts/lib/platform.ts';
import { type Client, eventually, mailsOf, openMail, untilEnded, whenImported, whenLaunched } from '../src/index.ts';
import { campaignCreated, listCreated, templateCreated } from '../src/shapes.ts';
import { peopleCsv } from './people.ts';
import { givenPlatform, givenRate } from './platform.ts';

const senderId = 'newsletter-kr';
const nothing = z.unknown();
const Preflight = z.object({
  canLaunch: z.boolean(),
  checks: z.array(z.object({ id: z.string(), level: z.string(), found: z.string() })),
});
const Timeline = z.object({
  status: z.string(),
  waitsUntil: z.optional(z.string()),
  timeline: z.array(z.object({ wave: z.number(), accepted: z.number(), finishedAt: z.optional(z.string()) })),
});

let platform: Platform;
let client: Client;
let listId: string;

beforeAll(async () => {
  ({ platform, client } = await givenPlatform(7_000));
  await givenRate(platform, 100);
  await client.call(`PUT /api/campaigns/senders/${senderId}`, nothing, {
    name: '벌크헤드',
    address: 'letters@news.example.com',
    subjectLabel: '(광고)',
    timeZone: 'Asia/Seoul',
    footerText: '벌크헤드 주식회사\n서울',
  });
  ({ listId } = await client.call('POST /api/audience/lists', listCreated, { name: 'Few' }));
  await whenImported(client, { listId, file: peopleCsv(3) });
}, 800_000);

afterAll(() => platform.stop(), 60_000);

const givenCampaign = async (campaign: object): Promise<string> => {
  const { templateId } = await client.call('POST /api/campaigns/templates', templateCreated, {
    name: 'Letter',
    subject: 'Hello {{ name }}',
    html: '<p>Hello {{ name }}</p><a href="{{ unsubscribe_url }}">Unsubscribe</a>',
  });
  const { campaignId } = await client.call('POST /api/campaigns/campaigns', campaignCreated, {
    name: 'Letter',
    templateId,
    listId,
    ...campaign,
  });
  return campaignId;
};

const followed = (runId: string) => client.call(`GET /api/campaigns/runs/${runId}`, Timeline);

/** A day on which the clock there shows noon now: midnight is far away. */
const noonNow = (now: Date): string => {
  const ahead = 12 - now.getUTCHours();
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
};
const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

it('sends a mail as its sender sends it, after nothing was found against it', async () => {
  const campaignId = await givenCampaign({ senderId });

  const { canLaunch, checks } = await client.call(`GET /api/campaigns/campaigns/${campaignId}/preflight`, Preflight);
  const runId = await whenLaunched(client, campaignId);
  await untilEnded(client, runId);
  const [[id = ''] = []] = [...(await mailsOf(platform.gateway, runId)).values()];
  const mail = await openMail(platform.gateway, id);
  const { timeline } = await followed(runId);

  expect(canLaunch).toBe(true);
  expect(checks.filter(({ level }) => level === 'stop')).toEqual([]);
  expect(mail).toMatchObject({ subject: expect.stringMatching(/^\(광고\) Hello /) });
  expect(JSON.stringify(mail)).toContain('벌크헤드 주식회사');
  expect(timeline).toEqual([{ wave: 1, accepted: 3, finishedAt: expect.any(String) }]);
}, 500_000);

it('launches nothing that SES would refuse', async () => {
  const campaignId = await givenCampaign({ from: { address: 'letters@not-verified.example' } });

  await expect(whenLaunched(client, campaignId)).rejects.toMatchObject({
    status: 409,
    message: expect.stringContaining('preflight_failed'),
  });
});

it('sends nothing before the send window opens, and ends at once when it is cancelled until then', async () => {
  const now = new Date();
  const soon = now.getUTCMinutes() < 58 ? `12:${String(now.getUTCMinutes() + 2).padStart(2, '0')}` : '13:00';
  const opensAfter = Math.floor(now.getTime() / 60_000) * 60_000 + 60_000;
  const launchedWithin = async (from: string) => {
    const window = { timeZone: noonNow(now), days, from, to: '24:00' };
    return whenLaunched(client, await givenCampaign({ senderId, window }));
  };
  const [first, second] = [await launchedWithin(soon), await launchedWithin('23:00')];

  const waiting = await eventually(
    () => followed(second),
    ({ status }) => status === 'waiting',
    { what: 'the run to wait for its window' },
  );
  await client.call(`POST /api/campaigns/runs/${second}/cancel`, nothing);
  const cancelled = await untilEnded(client, second);
  const sent = await untilEnded(client, first);
  const { timeline } = await followed(first);

  expect(waiting).toMatchObject({ waitsUntil: expect.stringMatching(/T\d\d:00:00/), timeline: [] });
  expect([cancelled.status, sent.status, sent.accepted]).toEqual(['cancelled', 'sent', 3]);
  expect((await mailsOf(platform.gateway, second)).size).toBe(0);
  expect(Date.parse(timeline[0]?.finishedAt ?? '')).toBeGreaterThan(opensAfter);
}, 1_200_000);
