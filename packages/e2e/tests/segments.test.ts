import * as z from 'zod/mini';

import type { Platform } from '../../../scripts/lib/platform.ts';
import { accountFor, type Client, eventually, givenCampaign, mailsOf, untilEnded, whenLaunched } from '../src/index.ts';
import * as shape from '../src/shapes.ts';
import { givenPlatform } from './platform.ts';

const PEOPLE = 60;
const created = z.object({ segmentId: z.string() });
const preview = z.object({ count: z.int(), isExact: z.boolean(), sample: z.array(z.object({ address: z.string() })) });
const values = z.object({
  missing: z.record(z.string(), z.int()),
  timeZones: z.object({
    zones: z.array(z.object({ zone: z.string(), recipients: z.int() })),
    unknown: z.int(),
  }),
});
const attributes = z.object({ items: z.array(z.object({ name: z.string(), type: z.string() })) });

let platform: Platform;
let client: Client;
let listId: string;

const addressOf = (n: number): string => `success+${n}@simulator.amazonses.com`;
const everybody = Array.from({ length: PEOPLE }, (_, n) => n);
/** A third has no zone. */
const zoneOf = (n: number): string => ['', 'asia/seoul', 'Europe/Berlin'][n % 3] ?? '';
const rowOf = (n: number): string =>
  `${addressOf(n)},${n % 2 ? 'Seoul' : '부산'},"1,0${String(n).padStart(2, '0')}",${zoneOf(n)}`;
/** Points are 1,000 and somebody's number, as people write them. */
const csv = Buffer.from(['email,city,points,zone', ...everybody.map(rowOf)].join('\n'));

beforeAll(async () => {
  ({ platform, client } = await givenPlatform(6_800));
  ({ listId } = await client.call('POST /api/audience/lists', shape.listCreated, { name: 'Readers' }));
  const { importId, upload } = await client.call('POST /api/audience/imports', shape.importCreated, {
    listId,
    fileName: 'readers.csv',
    columns: { types: { points: 'number' } },
  });
  await fetch(upload.url, { method: 'PUT', headers: upload.headers ?? {}, body: csv });
  await eventually(
    () => client.importOf(importId),
    ({ status }) => status === 'finished',
    { what: 'the import' },
  );
}, 500_000);

afterAll(() => platform.stop(), 60_000);

const ruleFor = (lists: readonly string[]) => ({
  combinator: 'and',
  rules: [
    { field: 'points', operator: '>=', value: 1_030 },
    { combinator: 'or', not: true, rules: [{ field: 'city', operator: '=', value: 'SEOUL' }] },
    { field: 'joinedAt', operator: '>=', value: '1 day ago' },
    { field: 'list', operator: 'in', value: lists },
  ],
});
const chosen = everybody.filter((n) => n >= 30 && n % 2 === 0);

it('mails exactly those whom it counted and showed before', async () => {
  const known = await client.call('GET /api/audience/attributes', attributes);
  const { segmentId } = await client.call('POST /api/audience/segments', created, {
    name: 'Many points, not in Seoul',
    rule: ruleFor([listId]),
  });

  const counted = await client.call('POST /api/audience/segments/preview', preview, { lists: [listId], segmentId });
  const runId = await whenLaunched(client, await givenCampaign(client, listId, { segments: [segmentId] }));
  const run = await untilEnded(client, runId);

  const nobody: readonly string[] = [];
  expect(known.items).toEqual(
    expect.arrayContaining([
      { name: 'city', type: 'text' },
      { name: 'points', type: 'number' },
    ]),
  );
  expect([counted.count, counted.isExact, counted.sample.length]).toEqual([chosen.length, true, 10]);
  expect(chosen.map(addressOf)).toEqual(expect.arrayContaining(counted.sample.map(({ address }) => address)));
  expect(run).toMatchObject({ status: 'sent', recipients: chosen.length });
  expect(accountFor(chosen.map(addressOf), await mailsOf(platform.gateway, runId))).toEqual({
    sentTwice: nobody,
    neverSent: nobody,
    unexpected: nobody,
  });
}, 600_000);

it('tells whose fields say nothing, and in which time zones people are', async () => {
  const told = await client.call('POST /api/audience/segments/preview', values, {
    lists: [listId],
    fields: ['city', 'zone', 'shoes'],
    zoneField: 'zone',
  });

  const third = PEOPLE / 3;
  const zones = [
    { zone: 'Asia/Seoul', recipients: third },
    { zone: 'Europe/Berlin', recipients: third },
  ];
  expect(told).toEqual({
    missing: { city: 0, zone: third, shoes: PEOPLE },
    timeZones: { zones: expect.arrayContaining(zones), unknown: third },
  });
});

it('says what is wrong with a rule, and where', async () => {
  const rules = [
    { field: 'points', operator: 'null' },
    { field: 'city', operator: '<', value: 'x' },
  ];

  const creating = client.call('POST /api/audience/segments', created, {
    name: 'Wrong',
    rule: { combinator: 'or', rules },
  });

  await expect(creating).rejects.toThrow('rule.rules[1] asks \\"city\\", which is a text: only =,');
});

it('mails nobody for a segment that does not exist, and says so', async () => {
  const campaignId = await givenCampaign(client, listId, { segments: ['seg_gone'] });

  const run = await untilEnded(client, await whenLaunched(client, campaignId));

  expect([run.status, run.reason]).toEqual(['failed', expect.stringContaining('A segment of this campaign does not')]);
  expect((await mailsOf(platform.gateway, run.runId)).size).toBe(0);
}, 600_000);
