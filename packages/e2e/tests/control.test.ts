import * as z from 'zod/mini';

import type { Platform } from '../../../scripts/lib/platform.ts';
import { accountFor, type Client, eventually, mailsOf, untilEnded, whenLaunched } from '../src/index.ts';
import { givenCampaignTo, givenPlatform, givenRate, whenThrottled } from './platform.ts';

const PEOPLE = 600;
const SOME = 20;
/** So slow that somebody can act on a run while it is under way, however long that takes; and for the rest of it. */
const SLOW = 10;
const FAST = 100;
/** So many of a hundred mails that whoever counts them has to slow down. */
const MOST = 80;

let platform: Platform;
let client: Client;

beforeAll(async () => {
  ({ platform, client } = await givenPlatform(5_200));
}, 300_000);

afterAll(() => platform.stop(), 60_000);

const givenRunUnderWay = async () => {
  await givenRate(platform, SLOW);
  const { campaignId, addresses } = await givenCampaignTo(client, PEOPLE);
  const runId = await whenLaunched(client, campaignId);
  const sent = async () => (await mailsOf(platform.gateway, runId)).size;
  await eventually(sent, (count) => count >= SOME, { what: 'the run to be under way' });

  return { runId, campaignId, addresses, sent };
};

const untilStatus = (runId: string, wanted: string) =>
  eventually(
    () => client.run(runId),
    ({ status }) => status === wanted,
    { what: `run ${runId} to be ${wanted}` },
  );

const Campaign = z.object({ status: z.string() });

/** A run ends a moment before its campaign, which is what can be sent on. */
const untilCampaign = (campaignId: string, wanted: string) =>
  eventually(
    () => client.call(`GET /api/campaigns/campaigns/${campaignId}`, Campaign),
    ({ status }) => status === wanted,
    { what: `campaign ${campaignId} to be ${wanted}` },
  );

it('stops sending when held, goes on when resumed, and mails everybody exactly once', async () => {
  const { runId, addresses, sent } = await givenRunUnderWay();

  await client.control(runId, 'hold');
  const held = await untilStatus(runId, 'held');
  expect(await sent()).toBe(held.accepted);
  expect(held.accepted).toBeLessThan(PEOPLE);

  await givenRate(platform, FAST);
  await client.control(runId, 'resume');
  const run = await untilEnded(client, runId);
  const { sentTwice, neverSent } = accountFor(addresses, await mailsOf(platform.gateway, runId));
  expect({ status: run.status, accepted: run.accepted, sentTwice, neverSent }).toEqual({
    status: 'sent',
    accepted: PEOPLE,
    sentTwice: [],
    neverSent: [],
  });
}, 2_000_000);

it('leaves the rest unsent when cancelled and says how many', async () => {
  const { runId, sent } = await givenRunUnderWay();

  await client.control(runId, 'cancel');
  const run = await untilEnded(client, runId);

  expect(run.status).toBe('cancelled');
  expect(run.accepted).toBe(await sent());
  expect(run.unsent).toBe(PEOPLE - run.accepted);
}, 2_000_000);

it('goes on where it was cancelled when it is completed, and mails everybody exactly once', async () => {
  const { runId, campaignId, addresses, sent } = await givenRunUnderWay();
  await client.control(runId, 'cancel');
  const cancelled = await untilStatus(runId, 'cancelled');
  expect(await sent()).toBe(cancelled.accepted);
  expect(cancelled.accepted).toBeLessThan(PEOPLE);

  await givenRate(platform, FAST);
  await untilCampaign(campaignId, 'cancelled');
  await client.control(runId, 'complete');
  const run = await untilStatus(runId, 'sent');

  const { sentTwice, neverSent } = accountFor(addresses, await mailsOf(platform.gateway, runId));
  expect({ accepted: run.accepted, sentTwice, neverSent }).toEqual({ accepted: PEOPLE, sentTwice: [], neverSent: [] });
}, 2_000_000);

it('makes one run of a double launch', async () => {
  const { campaignId, addresses } = await givenCampaignTo(client, SOME);

  const [first, second] = await Promise.all([whenLaunched(client, campaignId), whenLaunched(client, campaignId)]);
  await untilEnded(client, first);

  expect(second).toBe(first);
  expect(accountFor(addresses, await mailsOf(platform.gateway, first)).sentTwice).toEqual([]);
}, 2_000_000);

const Quota = z.object({ throttledAt: z.optional(z.string()) });

it('slows down when SES throttles it, hears a hold meanwhile, and mails everybody exactly once in the end', async () => {
  const { runId, addresses, sent } = await givenRunUnderWay();
  await whenThrottled(platform.gateway, MOST);
  await eventually(
    () => client.call('GET /api/dispatch/quota', Quota),
    ({ throttledAt }) => throttledAt !== undefined,
    { what: 'dispatch to slow down' },
  );

  await client.control(runId, 'hold');
  const held = await untilStatus(runId, 'held');
  expect(await sent()).toBe(held.accepted);

  await whenThrottled(platform.gateway, 0);
  await givenRate(platform, FAST);
  await client.control(runId, 'resume');
  const run = await untilEnded(client, runId);
  const { sentTwice, neverSent } = accountFor(addresses, await mailsOf(platform.gateway, runId));
  expect({ accepted: run.accepted, sentTwice, neverSent }).toEqual({ accepted: PEOPLE, sentTwice: [], neverSent: [] });
}, 2_000_000);
