import * as z from 'zod/mini';

import { type Platform, startPlatform } from '../../../scripts/lib/platform.ts';
import { Client, eventually, givenCampaign, signIn, untilEnded, whenImported, whenLaunched } from '../src/index.ts';
import * as shape from '../src/shapes.ts';
import { readingRoutes } from './documents.ts';
import { peopleCsv } from './people.ts';
import { givenRate } from './platform.ts';

const SERVICES = ['campaigns', 'audience', 'dispatch', 'feedback', 'console'];
const routes = (await Promise.all(SERVICES.map(readingRoutes))).flat();
const anything = z.unknown();
const withId = <Name extends string>(name: Name) => z.object({ [name]: z.string() });

let platform: Platform;
let client: Client;
/** What stands for `{runId}` and so on, by the name of the service where two services mean different things. */
let ids: Readonly<Record<string, string>>;

beforeAll(async () => {
  platform = await startPlatform({ basePort: 7_200, hosts: 'one', log: 'quiet' });
  client = new Client({ gateway: platform.gateway, token: await signIn(platform.issuer) });
  await givenRate(platform, 100);
  ids = await givenOneOfEach();
}, 2_000_000);

afterAll(() => platform.stop(), 60_000);

/** A run that has ended, with everything that belongs to it, and one of whatever else can be looked at. */
const givenOneOfEach = async () => {
  const { listId } = await client.call('POST /api/audience/lists', shape.listCreated, { name: 'People' });
  await whenImported(client, { listId, file: peopleCsv(30) });
  const campaignId = await givenCampaign(client, listId);
  const runs = [
    await whenLaunched(client, campaignId),
    await whenLaunched(client, await givenCampaign(client, listId)),
  ];
  for (const run of runs) await untilEnded(client, run);
  const [runId = '', otherRunId = ''] = runs;
  const contactId = await firstOf(`/api/audience/lists/${listId}/contacts`, 'contactId');

  return {
    listId,
    campaignId,
    runId,
    otherRunId,
    contactId,
    importId: await firstOf(`/api/audience/imports?listId=${listId}`, 'importId'),
    templateId: await firstOf('/api/campaigns/templates', 'templateId'),
    queue: 'feedback-runs',
    ...(await givenThingsBeside(listId)),
    ...(await givenExports(runId, contactId)),
  };
};

/** The id of the first thing in a list. */
const firstOf = async (path: string, name: string): Promise<string> => {
  const { items } = await client.call(`GET ${path}`, z.object({ items: z.array(withId(name)) }));
  return items[0]?.[name] ?? '';
};

const givenThingsBeside = async (listId: string) => {
  const segment = {
    name: 'Koreans',
    rule: { combinator: 'and', rules: [{ field: 'city', operator: '=', value: '서울' }] },
  };
  const form = {
    name: 'Letters',
    listId,
    origins: ['https://www.example.com'],
    language: 'en',
    sender: { address: 'letters@news.example.com' },
  };
  const file = { fileName: 'list.pdf', contentType: 'application/pdf', size: 100 };
  const sender = { name: 'Letters', address: 'letters@news.example.com', timeZone: 'Asia/Seoul' };
  await client.call('PUT /api/campaigns/senders/letters', anything, sender);
  await client.call('POST /api/campaigns/images', anything, { contentType: 'image/png', size: 100 });
  await client.call('POST /api/console/keys', withId('keyId'), { name: 'Nightly import', role: 'author' });

  return {
    ...(await client.call('POST /api/audience/segments', withId('segmentId'), segment)),
    ...(await client.call('POST /api/audience/forms', withId('formId'), form)),
    ...(await client.call('POST /api/campaigns/media', withId('mediaId'), file)),
    senderId: 'letters',
  };
};

const givenExports = async (runId: string, contactId: string) => {
  const ofRun = `/api/feedback/runs/${runId}/exports`;
  const { exportId } = await client.call(`POST ${ofRun}`, withId('exportId'), { format: 'csv' });
  await eventually(
    () => client.call(`GET ${ofRun}/${exportId}`, z.object({ status: z.string() })),
    ({ status }) => status === 'ready',
    { what: 'the export of the run' },
  );
  const ofPerson = await client.call(`POST /api/audience/contacts/${contactId}/exports`, withId('exportId'));
  return { exportId: exportId ?? '', 'audience.exportId': ofPerson['exportId'] ?? '' };
};

/** What a route cannot do without. */
const queryOf = (path: string): string => {
  if (path === '/api/audience/imports') return `?listId=${ids['listId']}`;
  if (path === '/api/audience/contacts') return '?prefix=success';
  if (path === '/api/feedback/compare') return `?runs=${ids['runId']},${ids['otherRunId']}`;
  return path.endsWith('/recipients') ? '?outcome=delivered&names=true' : '';
};

const filled = (service: string, path: string): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[`${service}.${name}`] ?? ids[name] ?? `no-${name}-is-given`);

it.each(routes)(
  'GET $path answers what its document says, and nothing besides',
  async (route) => {
    const { service, path, differencesIn } = route;

    const answer = await client.call(`GET ${filled(service, path)}${queryOf(path)}`, anything);

    expect(differencesIn(answer)).toEqual([]);
  },
  120_000,
);
