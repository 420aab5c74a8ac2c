import { httpEvent, lambdaContext, recordingEdge } from '@bulkhead/testing';
import * as z from 'zod/mini';

import { makePreflightCampaign } from '../application/preflight.ts';
import type { Campaign } from '../domain/campaign.ts';
import type { Texts } from '../domain/preflight/dns.ts';
import type { Template } from '../domain/template.ts';
import { Preflight } from '../openapi/answers-preflight.ts';
import {
  InMemoryCampaigns,
  InMemoryMedia,
  InMemorySenders,
  InMemoryTemplates,
  SettableClock,
} from '../testing/in-memory.ts';
import { deriveText, readLinks } from '../testing/real.ts';
import { StandingAccount } from '../testing/standing-account.ts';
import { draft, korean, pdf, template } from '../testing/world.ts';
import { preflightCampaign } from './preflight-campaign.ts';

const route = 'GET /api/campaigns/campaigns/{campaignId}/preflight';
const letter: Template = {
  ...template,
  html: '<p>Hello {{ name }}</p><a href="https://shop.kr/{{ id }}">Shop</a><a href="{{ unsubscribe_url }}">Unsubscribe</a>',
  fields: ['id', 'name', 'unsubscribe_url'],
};
const records: Readonly<Record<string, readonly string[]>> = {
  'bulkhead.example': ['v=spf1 include:amazonses.com ~all', 'something else'],
  '_dmarc.bulkhead.example': ['v=DMARC1; p=reject'],
};

const setUp = (
  given: { campaign?: Partial<Campaign>; letter?: Partial<Template>; texts?: Texts; renderMs?: number } = {},
) => {
  const account = new StandingAccount();
  const uploaded = new Set([pdf.id]);
  const campaign: Campaign = { ...draft, from: { senderId: korean.id }, ...given.campaign, status: 'draft' };
  const preflight = makePreflightCampaign({
    campaigns: new InMemoryCampaigns(campaign),
    templates: new InMemoryTemplates({ ...letter, ...given.letter }),
    senders: new InMemorySenders(korean),
    media: new InMemoryMedia(pdf),
    files: { isUploaded: async (mediaId) => uploaded.has(mediaId) },
    account,
    dns: { of: async (names) => given.texts ?? names.flatMap((name) => records[name] ?? []) },
    readLinks,
    deriveText,
    measureRendering: () => given.renderMs ?? 0.2,
    clock: new SettableClock('2026-11-21T10:00:00Z'),
    isLocalStage: false,
  });
  const handler = preflightCampaign(preflight, recordingEdge());
  const look = async (query: Record<string, string> = {}) => {
    const { body } = await handler(httpEvent({ route, path: { campaignId: 'cmp_1' }, query }), lambdaContext);
    return z.parse(Preflight, JSON.parse(body ?? 'null'));
  };
  return { account, uploaded, look };
};

it('finds nothing where everything is right, and says which merge fields are used', async () => {
  const { checks, ...rest } = await setUp().look();

  expect(checks.filter(({ level }) => level !== 'ok')).toEqual([]);
  expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
  expect(rest).toEqual({
    campaignId: 'cmp_1',
    version: 1,
    canLaunch: true,
    fields: ['id', 'name'],
    quota: { perSecond: 100, max24Hours: 50_000, left24Hours: 40_000 },
  });
});

it('warns of a template that is made more slowly than SES takes mails', async () => {
  const { checks, canLaunch } = await setUp({ renderMs: 600 }).look();

  expect(checks).toContainEqual(
    expect.objectContaining({ id: 'speed', level: 'warn', found: 'slow', data: { milliseconds: 600, perSecond: 7 } }),
  );
  expect(canLaunch).toBe(true);
});

it('reckons time and cost for so many recipients', async () => {
  const { estimate, checks } = await setUp().look({ recipients: '100000' });

  expect(estimate).toMatchObject({ recipients: 100_000, days: 3, costUsd: 10, startsAt: '2026-11-21T10:00:00.000Z' });
  expect(checks).toContainEqual(expect.objectContaining({ id: 'quota', level: 'warn', found: 'too_small' }));
});

it.each<[string, Parameters<typeof setUp>[0], object]>([
  [
    'a sender whom SES does not know',
    { campaign: { from: { address: 'a@stranger.example' } } },
    { id: 'sender_verified', level: 'stop', found: 'not_verified' },
  ],
  [
    'a sender who was deleted',
    { campaign: { from: { senderId: 'gone' } } },
    { id: 'sender_verified', level: 'stop', found: 'missing' },
  ],
  [
    'a template that was deleted',
    { campaign: { templateId: 'tpl_9' } },
    { id: 'template', level: 'stop', found: 'missing' },
  ],
  [
    'a file that was deleted',
    { letter: { attachments: [{ mediaId: 'med_9' }] } },
    { id: 'template', level: 'stop', found: 'media_missing' },
  ],
  ['an empty link', { letter: { html: '<a href="">Shop</a>' } }, { id: 'links', level: 'warn', found: 'flawed' }],
  ['no way out', { letter: { html: '<p>a</p>' } }, { id: 'unsubscribe', level: 'warn', found: 'missing' }],
  [
    'no way out of the text',
    { letter: { text: 'Hello' } },
    { id: 'unsubscribe', level: 'warn', found: 'missing_in_text' },
  ],
  ['a subject that shouts', { letter: { subject: 'FREE SHOES TODAY!!' } }, { id: 'subject', level: 'warn' }],
  [
    'more than Gmail shows',
    { letter: { html: `<p>${'a'.repeat(110_000)}</p>` } },
    { id: 'size', level: 'warn', found: 'clipped' },
  ],
  ['no SPF', { texts: ['something else'] }, { id: 'spf', level: 'warn', found: 'missing' }],
  ['no DMARC', { texts: [] }, { id: 'dmarc', level: 'warn', found: 'missing' }],
  ['DNS that does not answer', { texts: 'unknown' }, { id: 'dmarc', level: 'warn', found: 'unknown' }],
  ['a laptop', { texts: 'skipped' }, { id: 'spf', level: 'ok', found: 'skipped' }],
])('finds %s', async (...[, given, found]) => {
  const { checks, canLaunch } = await setUp(given).look();

  expect(checks).toContainEqual(expect.objectContaining(found));
  expect(canLaunch).toBe(checks.every(({ level }) => level !== 'stop'));
});

it('finds a file that was announced and never came', async () => {
  const { uploaded, look } = setUp({ letter: { attachments: [{ mediaId: pdf.id }] } });
  uploaded.clear();

  const { checks } = await look();

  expect(checks).toContainEqual(
    expect.objectContaining({ id: 'template', level: 'stop', found: 'media_not_uploaded' }),
  );
});

it('stops nobody because SES does not answer', async () => {
  const { account, look } = setUp();
  account.isSilent = true;

  const { canLaunch, checks } = await look({ recipients: '5' });

  expect(canLaunch).toBe(true);
  expect(checks.filter(({ found }) => found === 'unknown').map(({ id }) => id)).toEqual([
    'sender_verified',
    'sending_enabled',
    'dkim',
    'quota',
  ]);
});

it.each([
  ['09:00', 'ok', '2026-11-21T10:00:00.000Z'],
  ['12:00', 'warn', '2026-11-21T12:00:00.000Z'],
])('says when mails go out whose window opens at %s', async (...[from, level, startsAt]) => {
  const window = { timeZone: 'UTC', days: ['sat'], from, to: '20:00' } as const;

  const { checks, estimate } = await setUp({ campaign: { window } }).look({ recipients: '1' });

  expect(checks).toContainEqual(expect.objectContaining({ id: 'window', level }));
  expect(estimate).toMatchObject({ startsAt });
});

it('stops everybody while the account may not send', async () => {
  const { account, look } = setUp();
  account.isEnabled = false;

  expect(await look()).toMatchObject({ canLaunch: false });
});
