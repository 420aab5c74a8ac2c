import type { Platform } from '../../../scripts/lib/platform.ts';
import { type Client, eventually, untilEnded, whenLaunched } from '../src/index.ts';
import * as shape from '../src/shapes.ts';
import { givenPlatform } from './platform.ts';

const READER = 'ada@clicking.example';
/** Apple fetches its images, a scanner follows its links: nobody has looked. */
const NOBODY = ['grace@prefetched.example', 'alan@scanned.example'];

let platform: Platform;
let client: Client;

beforeAll(async () => {
  ({ platform, client } = await givenPlatform(6_100));
}, 300_000);

afterAll(() => platform.stop(), 60_000);

const givenList = async (addresses: readonly string[]): Promise<string> => {
  const { listId } = await client.call('POST /api/audience/lists', shape.listCreated, { name: 'Letters' });
  for (const address of addresses) {
    await client.call('POST /api/audience/contacts', shape.contactCreated, { listId, address, fields: {} });
  }
  return listId;
};

/** A letter with four links, one of which is another for every recipient. */
const givenLetterTo = async (listId: string): Promise<string> => {
  const links = ['autumn', 'winter', 'spring'].map(
    (season) => `<a href="https://www.example.com/${season}">${season}</a>`,
  );
  const { templateId } = await client.call('POST /api/campaigns/templates', shape.templateCreated, {
    name: 'Seasons',
    subject: 'Seasons',
    html: `<p>${links.join(' ')} <a href="https://www.example.com/you?email={{ email }}">you</a></p><a href="{{ unsubscribe_url }}">Unsubscribe</a>`,
  });
  const { campaignId } = await client.call('POST /api/campaigns/campaigns', shape.campaignCreated, {
    name: 'Seasons',
    templateId,
    listId,
    from: { name: 'Bulkhead', address: 'letters@news.example.com' },
  });
  return campaignId;
};

it('tells people from machines, and counts links and mail readers', async () => {
  const listId = await givenList([READER, ...NOBODY]);
  const runId = await whenLaunched(client, await givenLetterTo(listId));
  await untilEnded(client, runId);

  const report = await eventually(
    () => client.report(runId),
    ({ delivered, opened, openedByPeople, clicked, clickedByPeople }) =>
      delivered === 3 && opened === 2 && openedByPeople === 1 && clicked === 2 && clickedByPeople === 1,
    { what: 'opens and clicks to be reported' },
  );
  // A scanner has clicked with its first link; the others are still coming.
  const links = await eventually(
    () => client.call(`GET /api/feedback/runs/${runId}/links`, shape.links),
    ({ items }) => items.reduce((sum, { clicks, machine }) => sum + clicks + machine, 0) === 5,
    { what: 'every link that was followed' },
  );
  const clients = await eventually(
    () => client.call(`GET /api/feedback/runs/${runId}/clients`, shape.clients),
    ({ items }) => items.length > 0,
    { what: 'the mail reader' },
  );

  expect(report).toMatchObject({ delivered: 3, opened: 2, openedByPeople: 1, clicked: 2, clickedByPeople: 1 });
  expect(links.items.map(({ link }) => link).toSorted()).toEqual([
    'https://www.example.com/autumn',
    'https://www.example.com/spring',
    'https://www.example.com/winter',
    'https://www.example.com/you?email=*',
  ]);
  expect(links.items.map(({ clicks, machine }) => ({ clicks, machine }))).toEqual([
    { clicks: 1, machine: 1 },
    ...[1, 2, 3].map(() => ({ clicks: 0, machine: 1 })),
  ]);
  expect(clients).toMatchObject({ items: [{ opens: 1 }], unknown: 0 });
}, 800_000);
