import { createHash } from 'node:crypto';

import * as z from 'zod/mini';

import type { Platform } from '../../../scripts/lib/platform.ts';
import {
  accountFor,
  type Client,
  eventually,
  givenCampaign,
  mailsOf,
  openMail,
  untilEnded,
  untilSuppressed,
  whenImported,
  whenLaunched,
} from '../src/index.ts';
import * as shape from '../src/shapes.ts';
import { untilDispatchHears } from './holdings.ts';
import { givenPlatform, givenRate } from './platform.ts';

/** So slow that the last of 73 are still to be claimed when it is known of somebody that they left at the first mail; and for the rest. */
const SLOW = 1;
const FAST = 60;
/** So many that their import is under way when the launch is heard of; and for longer, where nobody waits for its end. */
const ROWS = 8_000;
const MANY_ROWS = 40_000;

const segmentCreated = z.object({ segmentId: z.string() });
const quota = z.object({ currentSendRate: z.number() });

let platform: Platform;
let client: Client;

beforeAll(async () => {
  ({ platform, client } = await givenPlatform(6_500));
  await givenRate(platform, SLOW);
}, 300_000);

afterAll(() => platform.stop(), 60_000);

const addressOf = (n: number): string => `success+${n}@simulator.amazonses.com`;
const idOf = (n: number): string =>
  createHash('sha256').update(addressOf(n)).digest().subarray(0, 16).toString('base64url');
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);
const csvOf = (people: readonly number[]): Buffer =>
  Buffer.from(
    ['email,name,city', ...people.map((n) => `${addressOf(n)},Row ${n},${n % 2 ? 'Seoul' : 'Busan'}`)].join('\n'),
  );

const givenList = async (name: string) =>
  (await client.call('POST /api/audience/lists', shape.listCreated, { name })).listId;

const givenListOf = async (name: string, people: readonly number[]) => {
  const listId = await givenList(name);
  await whenImported(client, { listId, file: { fileName: `${name}.csv`, bytes: csvOf(people) } });
  return listId;
};

it('mails two lists as one, each person once and by a list of theirs, without a third and a segment, and heeds who leaves the second meanwhile', async () => {
  const letters = await givenListOf('Letters', numbers(0, 49));
  const offers = await givenListOf('Offers', numbers(30, 89));
  const customers = await givenListOf('Customers', [...numbers(36, 45), ...numbers(80, 84)]);
  const { segmentId } = await client.call('POST /api/audience/segments', segmentCreated, {
    name: 'Some of Busan',
    rule: {
      combinator: 'and',
      rules: [
        { field: 'city', operator: '=', value: 'Busan' },
        { combinator: 'or', rules: [10, 11, 12].map((n) => ({ field: 'name', operator: '=', value: `Row ${n}` })) },
      ],
    },
  });
  const isOut = (n: number) => (n >= 36 && n <= 45) || (n >= 80 && n <= 84) || n === 10 || n === 12;
  const expected = numbers(0, 89).filter((n) => !isOut(n));
  const audience = { lists: [offers], exclude: [customers], excludeSegments: [segmentId] };
  const campaignId = await givenCampaign(client, letters, audience);
  await eventually(
    () => client.call('GET /api/dispatch/quota', quota),
    ({ currentSendRate }) => currentSendRate <= SLOW,
    { what: 'the rate to be as low as it was made' },
  );
  // Recipients of a small list lie in the order of their ids.
  const leaver = numbers(50, 79).toSorted((one, other) => (idOf(one) < idOf(other) ? 1 : -1))[0] ?? 0;

  const runId = await whenLaunched(client, campaignId);
  await eventually(
    () => mailsOf(platform.gateway, runId),
    ({ size }) => size > 0,
    { what: 'the first mail' },
  );
  await client.call(`POST /api/audience/contacts/${idOf(leaver)}/unsubscribe`, z.unknown(), { listId: offers });
  await untilSuppressed(client, idOf(leaver), 'unsubscribed');
  await untilDispatchHears(platform, { contactId: idOf(leaver), scope: `list:${offers}`, isSuppressed: true });
  await givenRate(platform, FAST);
  const run = await untilEnded(client, runId);

  const mails = await mailsOf(platform.gateway, runId);
  const listIds = await Promise.all(
    [0, 60].map(async (n) => (await openMail(platform.gateway, mails.get(addressOf(n))?.[0] ?? '')).headers),
  );
  const nobody: readonly string[] = [];
  expect(accountFor(expected.filter((n) => n !== leaver).map(addressOf), mails)).toEqual({
    sentTwice: nobody,
    neverSent: nobody,
    unexpected: nobody,
  });
  expect(run).toMatchObject({ status: 'sent', recipients: 73, accepted: 72, suppressed: 1 });
  expect(listIds.map((headers) => headers.find(({ name }) => name === 'List-Id')?.value)).toEqual([
    expect.stringContaining('Letters'),
    expect.stringContaining('Offers'),
  ]);
}, 3_000_000);

it('waits with a launch for the file that was uploaded just before, says so, and mails everybody in it', async () => {
  const listId = await givenList('Large');
  const campaignId = await givenCampaign(client, listId);
  const importId = await client.upload(listId, 'everybody.csv', csvOf(numbers(1, ROWS)));

  const runId = await whenLaunched(client, campaignId);
  const waiting = await eventually(
    () => client.run(runId),
    ({ status }) => status === 'waiting',
    { what: 'the run to wait' },
  );
  const run = await eventually(
    () => client.run(runId),
    ({ recipients }) => recipients > 0,
    { what: 'the run to have recipients', atMost: 1_000_000 },
  );
  await client.control(runId, 'cancel');

  expect(waiting.reason).toContain('"everybody.csv"');
  expect(run.recipients).toBe(ROWS);
  expect((await client.importOf(importId)).status).toBe('finished');
  await untilEnded(client, runId);
}, 2_000_000);

it('ends at once what is cancelled while it waits for a file', async () => {
  const listId = await givenList('Larger');
  const campaignId = await givenCampaign(client, listId);
  await client.upload(listId, 'everybody.csv', csvOf(numbers(1, MANY_ROWS)));
  const runId = await whenLaunched(client, campaignId);
  await eventually(
    () => client.run(runId),
    ({ status }) => status === 'waiting',
    { what: 'the run to wait' },
  );

  await client.control(runId, 'cancel');
  const run = await untilEnded(client, runId);

  expect(run).toMatchObject({ status: 'cancelled', recipients: 0 });
}, 1_500_000);
