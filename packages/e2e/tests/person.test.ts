import * as z from 'zod/mini';

import type { Platform } from '../../../scripts/lib/platform.ts';
import {
  type Client,
  eventually,
  givenCampaign,
  isGone,
  untilEnded,
  whenImported,
  whenLaunched,
} from '../src/index.ts';
import * as shape from '../src/shapes.ts';
import { itemsNaming, objectsNaming, untilDispatchHears } from './holdings.ts';
import { givenPlatform } from './platform.ts';

/** A third of them open mails, and the same ones always. */
const addresses = Array.from({ length: 30 }, (_, n) => `reader.${n}@books.example`);

const person = z.object({ contactId: z.string(), address: z.string(), lastOpenedAt: z.optional(z.string()) });
const gathered = z.object({ status: z.string(), missing: z.array(z.string()), data: z.unknown() });

let platform: Platform;
let client: Client;

beforeAll(async () => {
  ({ platform, client } = await givenPlatform(5_600));
}, 300_000);

afterAll(() => platform.stop(), 60_000);

/** A run to readers, who came with a file, and who of them has opened its mail, as audience hears of it. */
const givenRunWithReader = async () => {
  const { listId } = await client.call('POST /api/audience/lists', shape.listCreated, { name: 'Books' });
  const bytes = Buffer.from(['email,name', ...addresses.map((address, n) => `${address},Reader ${n}`)].join('\n'));
  await whenImported(client, { listId, file: { fileName: 'readers.csv', bytes } });
  const runId = await whenLaunched(client, await givenCampaign(client, listId));
  await untilEnded(client, runId);

  // That a mail was opened may be known before it is known that it arrived.
  await eventually(
    () => client.report(runId),
    ({ sent, delivered, bounced }) => sent === addresses.length && delivered + bounced === sent,
    { what: 'all mails to have arrived or come back' },
  );
  const members = z.object({ items: z.array(z.object({ contactId: z.string() })) });
  const { items } = await client.call(`GET /api/audience/lists/${listId}/contacts?limit=50`, members);
  const readers = await eventually(
    () => Promise.all(items.map(({ contactId }) => client.call(`GET /api/audience/contacts/${contactId}`, person))),
    (people) => people.some(({ lastOpenedAt }) => lastOpenedAt !== undefined),
    { what: 'somebody to have opened the mail' },
  );
  const reader = readers.find(({ lastOpenedAt }) => lastOpenedAt !== undefined);
  if (reader === undefined) throw new Error('nobody has opened the mail');
  return { listId, runId, reader };
};

type Found = Awaited<ReturnType<typeof itemsNaming>>;

const ERASURE = 'DELETE /api/audience/contacts/{contactId}';
const deedsIn = (found: Found | undefined) => (found?.get('console') ?? []).map(({ operation }) => operation);

/** Nobody waits for the others: each service forgets when it hears of it. */
const isForgotten = (found: Found): boolean =>
  found.get('dispatch')?.length === 1 &&
  isErased(found.get('dispatch')?.[0]) &&
  ['campaigns', 'audience', 'feedback'].every((service) => found.get(service)?.length === 0);

/** Dispatch forgets last by which lists somebody was not to be mailed. */
const isErased = (item: Readonly<Record<string, unknown>> = {}): boolean =>
  item['erasedAt'] !== undefined && !Object.keys(item).some((attribute) => attribute.startsWith('list:'));

it('shows somebody what every service holds of them, and forgets them everywhere', async () => {
  const { listId, runId, reader } = await givenRunWithReader();
  const { contactId, address } = reader;
  const { listId: other } = await client.call('POST /api/audience/lists', shape.listCreated, { name: 'Films' });
  await client.call(`POST /api/audience/contacts/${contactId}/unsubscribe`, z.unknown(), { listId: other });
  await untilDispatchHears(platform, { contactId, scope: `list:${other}`, isSuppressed: true });

  const exports = `/api/audience/contacts/${contactId}/exports`;
  const { exportId } = await client.call(`POST ${exports}`, z.object({ exportId: z.string() }));
  const shown = await eventually(
    () => client.call(`GET ${exports}/${exportId}`, gathered),
    ({ status }) => status === 'complete',
    { what: 'everybody to have answered' },
  );
  await client.call(`DELETE /api/audience/contacts/${contactId}`, z.unknown());
  const items = await eventually(
    async () => ((await isGone(client, contactId)) ? itemsNaming(platform, [contactId, address]) : undefined),
    (found) => found !== undefined && isForgotten(found) && deedsIn(found).includes(ERASURE),
    { what: 'everybody to have forgotten, and who had it done to be written down' },
  );
  const objects = await objectsNaming(platform, [contactId, address]);

  expect(shown).toMatchObject({
    missing: [],
    data: {
      audience: { address, lastOpenedAt: reader.lastOpenedAt, lists: [{ listId }], mailings: [{ runId }] },
      dispatch: {
        suppressions: [{ scope: { kind: 'list', listId: other }, isSuppressed: true }],
        mailings: [{ runId, state: 'accepted' }],
      },
      feedback: {
        mailings: [
          { runId, campaignName: 'November letter', outcomes: expect.arrayContaining(['delivered', 'opened', 'sent']) },
        ],
      },
    },
  });
  // Who had them erased: proof of it needs their id, and no more of them is kept (docs/adr/0033-roles-and-the-audit-log.md).
  expect(deedsIn(items)).toContain(ERASURE);
  expect(JSON.stringify(items?.get('console'))).not.toContain(address);
  // Besides, only that nobody may mail them any more, as long as a snapshot may name them.
  expect([...(items ?? [])].filter(([service, held]) => service !== 'console' && held.length > 0)).toEqual([
    [
      'dispatch',
      [
        {
          pk: `contact#${contactId}`,
          sk: 'suppression',
          everything: { isSuppressed: true, at: expect.any(String) },
          erasedAt: expect.any(String),
          ttl: expect.any(Number),
        },
      ],
    ],
  ]);
  // What people uploaded and what runs were made of expires by itself: services/audience/tests/infra/expiry.test.ts.
  expect(objects.get('campaigns')).toEqual([]);
  expect(new Set(objects.get('audience')?.map((key) => key.split('/')[0]))).toEqual(
    new Set(['uploads', 'imports', 'exchange']),
  );
  await expect(client.call(`GET ${exports}/${exportId}`, gathered)).rejects.toThrow('export_not_found');
}, 2_000_000);
