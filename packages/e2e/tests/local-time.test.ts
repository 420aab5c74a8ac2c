import * as z from 'zod/mini';

import type { Platform } from '../../../scripts/lib/platform.ts';
import { type Client, eventually, givenCampaign, untilEnded, whenImported } from '../src/index.ts';
import * as shape from '../src/shapes.ts';
import { givenPlatform } from './platform.ts';

const MINUTE = 60_000;
/** A run that is scheduled now begins in a minute; then it takes seconds to freeze its recipients. */
const SOON = 75_000;
const EACH = 30;
/** Seoul is past the time of the campaign, people at Greenwich come to it within a minute or so, New York within hours. */
const zones = ['Asia/Seoul', ' utc', 'America/New_York'] as const;
const inboxes = z.object({ messages: z.array(z.object({ at: z.string(), to: z.array(z.string()) })) });

let platform: Platform;
let client: Client;

beforeAll(async () => {
  ({ platform, client } = await givenPlatform(7_100));
}, 300_000);

afterAll(() => platform.stop(), 60_000);

const addressIn = (zone: string, n: number): string =>
  `success+${zone.trim().replace('/', '-').toLowerCase()}-${n}@simulator.amazonses.com`;
const peopleIn = (zone: string): readonly string[] => Array.from({ length: EACH }, (_, n) => addressIn(zone, n));

const givenCampaignAroundTheWorld = async (): Promise<string> => {
  const rows = zones.flatMap((zone) => peopleIn(zone).map((address) => `${address},${zone}`));
  const nowhere = Array.from({ length: 5 }, (_, n) => `${addressIn('nowhere', n)},${n % 2 ? '' : 'Atlantis'}`);
  const bytes = Buffer.from(['email,timezone', ...rows, ...nowhere].join('\n'));
  const { listId } = await client.call('POST /api/audience/lists', shape.listCreated, { name: 'Around the world' });
  await whenImported(client, { listId, file: { fileName: 'people.csv', bytes } });
  return givenCampaign(client, listId);
};

const whenScheduled = async (campaignId: string, at: string): Promise<string> => {
  const { runId } = await client.call(`POST /api/campaigns/campaigns/${campaignId}/schedule`, shape.launched, {
    localTime: { at, field: 'timezone', otherwise: 'Asia/Seoul' },
  });
  return runId;
};

/** Who was mailed, and when. */
const mailed = async (runId: string): Promise<ReadonlyMap<string, Date>> => {
  const answer = await fetch(`${platform.gateway}/mailbox/api/messages?run=${runId}&limit=500`);
  const { messages } = z.parse(inboxes, await answer.json());
  return new Map(messages.flatMap(({ at, to }) => to.map((address) => [address, new Date(at)] as const)));
};

it('mails everybody when clocks where they are show the time, waits for those whose time is far off, and ends when it is cancelled', async () => {
  const campaignId = await givenCampaignAroundTheWorld();
  const shown = new Date(Math.ceil((Date.now() + SOON) / MINUTE) * MINUTE);
  const runId = await whenScheduled(campaignId, shown.toISOString().slice(0, 16));

  const waiting = await eventually(
    () => client.run(runId),
    ({ status, accepted }) => status === 'waiting' && accepted === 2 * EACH + 5,
    { what: 'the run to wait for New York', atMost: 400_000 },
  );
  const mails = await mailed(runId);
  await client.control(runId, 'cancel');
  const ended = await untilEnded(client, runId);

  const [seoul, greenwich, newYork] = zones.map((zone) => peopleIn(zone).flatMap((one) => mails.get(one) ?? []));
  expect([mails.size, seoul?.length, greenwich?.length, newYork?.length]).toEqual([2 * EACH + 5, EACH, EACH, 0]);
  expect(greenwich?.every((at) => at >= shown)).toBe(true);
  expect(waiting.departures?.map(({ recipients, state }) => [recipients, state])).toEqual([
    [EACH + 5, 'gone'],
    [EACH, 'gone'],
    [EACH, 'waiting'],
  ]);
  expect(waiting.waiting).toEqual({ reason: 'local_time', until: waiting.departures?.at(-1)?.notBefore });
  expect(ended).toMatchObject({ status: 'cancelled', accepted: 2 * EACH + 5, unsent: EACH });
}, 1_500_000);
