import * as z from 'zod/mini';

import type { Platform } from '../../../scripts/lib/platform.ts';
import { type Client, eventually, givenCampaign, mailsOf, untilEnded, whenLaunched } from '../src/index.ts';
import * as shape from '../src/shapes.ts';
import { givenPlatform, givenRate } from './platform.ts';

const GOOD = 300;
const BAD = 200;

const figures = { delivered: z.int(), hardBounced: z.int() };
const byImport = z.object({ items: z.array(z.object({ importId: z.string(), ...figures })) });
const byDomain = z.object({ items: z.array(z.object({ domain: z.string(), ...figures })) });
const excluded = z.object({ excluded: z.object({ domains: z.array(z.string()), imports: z.array(z.string()) }) });

let platform: Platform;
let client: Client;

beforeAll(async () => {
  ({ platform, client } = await givenPlatform(5_800));
  await givenRate(platform, 15);
}, 300_000);

afterAll(() => platform.stop(), 60_000);

const addressesAt = (domain: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => `person.${n}@${domain}`);

/** Imports a list file; answers with the import's id. */
const imported = async (listId: string, fileName: string, addresses: readonly string[]): Promise<string> => {
  const importId = await client.upload(listId, fileName, Buffer.from(['email', ...addresses].join('\r\n')));
  await eventually(
    () => client.importOf(importId),
    ({ status }) => status === 'finished',
    { what: `the import of ${fileName}` },
  );
  return importId;
};

const mailed = async (runId: string, addresses: readonly string[]): Promise<readonly string[]> => {
  const mails = await mailsOf(platform.gateway, runId);
  return addresses.filter((address) => mails.has(address));
};

it('holds itself for a bad upload, says which it is, and is completed without it', async () => {
  const { listId } = await client.call('POST /api/audience/lists', shape.listCreated, { name: 'Good and bad' });
  const [good, bad] = [addressesAt('deliver.example', GOOD), addressesAt('bounce.example', BAD)];
  const goodImport = await imported(listId, 'good.csv', good);
  const badImport = await imported(listId, 'bad.csv', bad);

  const runId = await whenLaunched(client, await givenCampaign(client, listId));
  const held = await eventually(
    () => client.run(runId),
    ({ status }) => status === 'held',
    { what: 'the run to hold itself', atMost: 240_000 },
  );
  const badMailed = await mailed(runId, bad);
  const imports = await eventually(
    () => client.call(`GET /api/feedback/runs/${runId}/imports`, byImport),
    ({ items }) => items[0]?.hardBounced === badMailed.length,
    { what: 'all bounces to be told' },
  );
  const domains = await client.call(`GET /api/feedback/runs/${runId}/domains`, byDomain);

  expect(held.reason).toContain(badImport);
  expect(imports.items[0]).toMatchObject({ importId: badImport, delivered: 0, hardBounced: badMailed.length });
  expect(imports.items[1]).toMatchObject({ importId: goodImport, hardBounced: 0 });
  expect(domains.items.map(({ domain }) => domain)).toEqual(['bounce.example', 'deliver.example']);
  expect(badMailed.length).toBeLessThan(BAD);

  await client.call(`POST /api/campaigns/runs/${runId}/resume`, z.unknown(), { excludeImports: [badImport] });
  const run = await untilEnded(client, runId);
  const shown = await client.call(`GET /api/campaigns/runs/${runId}`, excluded);

  const mails = await mailsOf(platform.gateway, runId);
  expect(run).toMatchObject({
    status: 'sent',
    accepted: GOOD + badMailed.length,
    suppressed: BAD - badMailed.length,
    unsent: 0,
  });
  expect(await mailed(runId, bad)).toEqual(badMailed);
  expect(await mailed(runId, good)).toHaveLength(GOOD);
  expect([...mails.values()].every((ids) => ids.length === 1)).toBe(true);
  expect(shown.excluded).toEqual({ domains: [], imports: [badImport] });
}, 1_500_000);
