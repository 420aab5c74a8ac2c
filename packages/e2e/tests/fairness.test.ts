import type { Platform } from '../../../scripts/lib/platform.ts';
import { accountFor, type Client, eventually, mailsOf, untilEnded, whenLaunched } from '../src/index.ts';
import { givenCampaignTo, givenPlatform, givenRate } from './platform.ts';

const MANY = 1_800;
const FEW = 60;

let platform: Platform;
let client: Client;

beforeAll(async () => {
  ({ platform, client } = await givenPlatform(6_400));
  await givenRate(platform, 20);
}, 300_000);

afterAll(() => platform.stop(), 60_000);

const sentOf = async (runId: string) => (await mailsOf(platform.gateway, runId)).size;

it('sends a small run beside a large one, not behind it, and everybody gets each mail exactly once', async () => {
  const [large, small] = [await givenCampaignTo(client, MANY), await givenCampaignTo(client, FEW)];
  const largeRun = await whenLaunched(client, large.campaignId);
  await eventually(
    () => sentOf(largeRun),
    (count) => count > 150,
    { what: 'the large run to be under way' },
  );

  const smallRun = await whenLaunched(client, small.campaignId);
  const smallEnded = await untilEnded(client, smallRun);
  const sentMeanwhile = await sentOf(largeRun);
  const largeEnded = await untilEnded(client, largeRun);

  expect(sentMeanwhile).toBeLessThan(MANY);
  expect([smallEnded, largeEnded].map(({ status, accepted }) => ({ status, accepted }))).toEqual([
    { status: 'sent', accepted: FEW },
    { status: 'sent', accepted: MANY },
  ]);
  for (const [runId, { addresses }] of [
    [largeRun, large],
    [smallRun, small],
  ] as const) {
    expect(accountFor(addresses, await mailsOf(platform.gateway, runId))).toMatchObject({
      sentTwice: [],
      neverSent: [],
    });
  }
}, 2_100_000);
