import * as z from 'zod/mini';

import type { Platform } from '../../../scripts/lib/platform.ts';
import { accountFor, type Client, eventually, mailsOf, untilEnded, whenLaunched } from '../src/index.ts';
import { givenCampaignTo, givenPlatform, givenRate } from './platform.ts';

/** Two chunks: the first has a hundred, as the canary of every run. */
const PEOPLE = 300;
const IN_FIRST_CHUNK = 100;
/** So slow that a chunk can be spoilt before anybody reads it, however long that takes; and for the rest. */
const SLOW = 6;
const FAST = 60;

let platform: Platform;
let client: Client;

beforeAll(async () => {
  ({ platform, client } = await givenPlatform(5_700));
}, 300_000);

afterAll(() => platform.stop(), 60_000);

const Manifest = z.object({ chunks: z.array(z.object({ rows: z.string() })) });

/** The object of a run's second chunk, which somebody may spoil and repair. */
const secondChunkOf = async (runId: string) => {
  const s3 = platform.env['AWS_ENDPOINT_URL_S3'];
  const manifest = `${s3}/bulkhead-local-audience-000000000000/exchange/${runId}/manifest.json`;
  const { chunks } = z.parse(Manifest, await (await fetch(manifest)).json());
  const address = (chunks[1]?.rows ?? '').replace('s3:/', `${s3}`);
  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
  const put = async (body: Uint8Array<ArrayBuffer>): Promise<void> => {
    const answer = await fetch(address, { method: 'PUT', body });
    expect(answer.ok).toBe(true);
  };

  return {
    remove: async () => void (await fetch(address, { method: 'DELETE' })),
    truncate: () => put(bytes.slice(0, bytes.length / 2)),
    repair: () => put(bytes),
  };
};

it.each([
  { what: 'missing', spoil: 'remove', reason: 'chunk_missing' },
  { what: 'truncated', spoil: 'truncate', reason: 'chunk_malformed' },
] as const)(
  'ends a run as sent whose chunk is $what, says who is unsent, and sends exactly to them once it is repaired',
  async ({ spoil, reason }) => {
    await givenRate(platform, SLOW);
    const { campaignId, addresses } = await givenCampaignTo(client, PEOPLE);
    const runId = await whenLaunched(client, campaignId);
    const mails = () => mailsOf(platform.gateway, runId);
    const chunk = await eventually(
      () => secondChunkOf(runId),
      () => true,
      { what: 'the recipients to be frozen' },
    );
    await chunk[spoil]();
    await givenRate(platform, FAST);

    const spoilt = await untilEnded(client, runId);
    expect(spoilt).toMatchObject({ status: 'sent', accepted: IN_FIRST_CHUNK, unsent: PEOPLE - IN_FIRST_CHUNK });
    expect(spoilt.unreadable).toEqual([{ reason, chunks: [1] }]);
    expect(spoilt.reason).toContain(reason);
    await eventually(
      () => client.report(runId),
      ({ unsent }) => unsent === PEOPLE - IN_FIRST_CHUNK,
      { what: 'the report to say who is unsent' },
    );

    await chunk.repair();
    await client.control(runId, 'complete');
    const run = await eventually(
      () => client.run(runId),
      ({ status, unsent }) => status === 'sent' && unsent === 0,
      { what: 'the run to be complete', atMost: 400_000 },
    );

    const { sentTwice, neverSent } = accountFor(addresses, await mails());
    expect({ sentTwice, neverSent, accepted: run.accepted }).toEqual({
      sentTwice: [],
      neverSent: [],
      accepted: PEOPLE,
    });
    expect(run.unreadable).toBeUndefined();
  },
  2_200_000,
);
