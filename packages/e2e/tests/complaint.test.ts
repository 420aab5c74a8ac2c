import type { Platform } from '../../../scripts/lib/platform.ts';
import {
  type Client,
  eventually,
  givenCampaign,
  mailsOf,
  untilEnded,
  untilSuppressed,
  whenImported,
  whenLaunched,
} from '../src/index.ts';
import * as shape from '../src/shapes.ts';
import { untilDispatchHears } from './holdings.ts';
import { peopleCsv } from './people.ts';
import { givenPlatform, givenRate } from './platform.ts';

const PEOPLE = 250;
/** So slow that a run can be held before it has mailed all who complain, however long that takes; and for the rest of it. */
const SLOW = 6;
const FAST = 60;
const COMPLAINING = ['one@complain.example', 'two@complain.example', 'three@complain.example'] as const;

let platform: Platform;
let client: Client;

beforeAll(async () => {
  ({ platform, client } = await givenPlatform(6_020));
  await givenRate(platform, SLOW);
}, 300_000);

afterAll(() => platform.stop(), 60_000);

const givenList = async (name: string): Promise<string> => {
  const { listId } = await client.call('POST /api/audience/lists', shape.listCreated, { name });
  return listId;
};

const joined = async (listId: string): Promise<readonly string[]> => {
  const contacts = await Promise.all(
    COMPLAINING.map((address) =>
      client.call('POST /api/audience/contacts', shape.contactCreated, { listId, address, fields: { name: 'Cross' } }),
    ),
  );
  return contacts.map(({ contactId }) => contactId);
};

it('mails nobody in the next waves of a run who has complained of another mail while it was under way', async () => {
  const [all, few] = [await givenList('Everybody'), await givenList('A few')];
  await joined(all);
  await whenImported(client, { listId: all, file: peopleCsv(PEOPLE) });
  const contactIds = await joined(few);

  const runId = await whenLaunched(client, await givenCampaign(client, all));
  await eventually(
    () => mailsOf(platform.gateway, runId),
    ({ size }) => size > 0,
    { what: 'the first mails' },
  );
  await client.control(runId, 'hold');
  await eventually(
    () => client.run(runId),
    ({ status }) => status === 'held',
    { what: 'the run to be held' },
  );
  const mailsBefore = await mailsOf(platform.gateway, runId);
  const before = COMPLAINING.filter((address) => mailsBefore.has(address));

  await untilEnded(client, await whenLaunched(client, await givenCampaign(client, few)));
  await Promise.all(contactIds.map((contactId) => untilSuppressed(client, contactId, 'complaint')));
  for (const contactId of contactIds) {
    await untilDispatchHears(platform, { contactId, scope: 'everything', isSuppressed: true });
  }
  await givenRate(platform, FAST);
  await client.control(runId, 'resume');
  const run = await untilEnded(client, runId);

  const mails = await mailsOf(platform.gateway, runId);
  expect(COMPLAINING.filter((address) => mails.has(address))).toEqual(before);
  expect(before.length).toBeLessThan(COMPLAINING.length);
  expect(run).toMatchObject({ status: 'sent', suppressed: COMPLAINING.length - before.length, unsent: 0 });
}, 2_700_000);
