import * as z from 'zod/mini';

import type { Platform } from '../../../scripts/lib/platform.ts';
import { accountFor, type Client, eventually, mailsOf, untilEnded, whenLaunched } from '../src/index.ts';
import { givenCampaignTo, givenPlatform, givenRate } from './platform.ts';

const PEOPLE = 400;
const SOME = 60;
/** So slow that a host can be killed in the middle, however long that takes; and for the rest. */
const SLOW = 20;
const FAST = 100;
const leftList = z.object({ items: z.array(z.object({ chunk: z.int(), offset: z.int() })) });

let platform: Platform;
let client: Client;

beforeAll(async () => {
  ({ platform, client } = await givenPlatform(5_100));
}, 300_000);

afterAll(() => platform.stop(), 60_000);

it.each(['campaigns', 'audience', 'dispatch', 'feedback'] as const)(
  'completes a run, mails nobody twice and accounts for everybody when the host of %s is killed in the middle',
  async (service) => {
    await givenRate(platform, SLOW);
    const { campaignId, addresses } = await givenCampaignTo(client, PEOPLE);
    const runId = await whenLaunched(client, campaignId);
    const sent = async () => (await mailsOf(platform.gateway, runId)).size;
    await eventually(sent, (count) => count >= SOME, { what: 'the run to be under way' });

    await platform.killHost(service, 'SIGKILL');
    const sentBefore = await sent();
    await platform.restartHost(service);
    await givenRate(platform, FAST);
    const run = await untilEnded(client, runId);

    const { sentTwice, neverSent, unexpected } = accountFor(addresses, await mailsOf(platform.gateway, runId));
    const { items: left } = await client.call(`GET /api/dispatch/runs/${runId}/left`, leftList);
    expect(sentBefore).toBeLessThan(PEOPLE);
    expect({ status: run.status, sentTwice, unexpected }).toEqual({ status: 'sent', sentTwice: [], unexpected: [] });
    expect({ neverSent, left, inDoubt: run.left }).toEqual({ neverSent: [], left: [], inDoubt: 0 });
    expect(run.accepted + run.refused + run.suppressed).toBe(PEOPLE);
  },
  1_500_000,
);
