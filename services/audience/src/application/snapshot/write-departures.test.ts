import { inMemoryBucket } from '@bulkhead/testing';
import fc from 'fast-check';

import { S3SnapshotChunks } from '../../adapters/s3-snapshot-chunks.ts';
import { idOf } from '../../testing/snapshots.ts';
import type { LaterRecipient } from './moments.ts';
import { writeDepartures } from './write-departures.ts';

const take = { runId: 'run_1', takeId: 'take_1' };
const moments = ['2026-12-01T00:00:00.000Z', '2026-12-01T08:00:00.000Z', '2026-12-01T14:00:00.000Z'];
const personOf = (n: number, [moment, length]: readonly [number, number]): LaterRecipient => ({
  contactId: idOf(n),
  address: 'ada@example.com',
  token: 'token',
  fields: { story: 'x'.repeat(length) },
  notBefore: moments[moment] ?? '',
});

async function* inPages(people: readonly LaterRecipient[]) {
  for (let from = 0; from < people.length; from += 7) {
    yield { recipients: people.slice(from, from + 7), excluded: ['leftOut' as const] };
  }
}

const people = fc.array(fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 2_000 })), { maxLength: 80 });

it('holds no more than it may, and has everybody at their moment all the same', async () => {
  await fc.assert(
    fc.asyncProperty(people, fc.integer({ min: 1, max: 9 }), async (described, chunkSize) => {
      const all = described.map((each, n) => personOf(n, each));
      const written: (readonly string[])[] = [];
      const chunks = new S3SnapshotChunks(inMemoryBucket('audience-bucket'));
      const seen: number[] = [];

      const part = await writeDepartures(
        inPages(all),
        { shard: 3, chunkSize, mostOpen: 4_000 },
        {
          take,
          chunks: {
            write: (where, name, recipients) => {
              written.push(recipients.map(({ contactId }) => contactId));
              return chunks.write(where, name, recipients);
            },
          },
          onPage: async (recipients) => void seen.push(recipients),
        },
      );

      const idsOf = (uri: string) => written[Number(/chunk-(\d+)/.exec(uri)?.[1])] ?? [];
      const { departures = [] } = part;
      const wanted = moments
        .map((notBefore) => [notBefore, all.filter((one) => one.notBefore === notBefore)] as const)
        .filter(([, those]) => those.length > 0);
      expect(departures.map(({ notBefore }) => notBefore)).toEqual(wanted.map(([notBefore]) => notBefore));
      expect(
        departures.map(({ full, rests }) => [...full, ...rests].flatMap(({ uri }) => idsOf(uri)).toSorted()),
      ).toEqual(wanted.map(([, those]) => those.map(({ contactId }) => contactId).toSorted()));
      expect(departures.flatMap(({ full }) => full).every(({ recipients }) => recipients === chunkSize)).toBe(true);
      expect(departures.flatMap(({ rests }) => rests).every(({ recipients }) => recipients < chunkSize)).toBe(true);
      expect([seen.at(-1) ?? 0, part.excluded.leftOut]).toEqual([all.length, Math.ceil(all.length / 7)]);
    }),
    { numRuns: 60 },
  );
});

it('writes the longest chunk when all together are too long', async () => {
  const described = [
    [0, 10],
    [1, 2_000],
    [1, 2_000],
    [2, 10],
  ] as const;
  const chunks = new S3SnapshotChunks(inMemoryBucket('audience-bucket'));

  const { departures = [] } = await writeDepartures(
    inPages(described.map((each, n) => personOf(n, each))),
    { shard: 0, chunkSize: 1_000, mostOpen: 4_500 },
    { take, chunks, onPage: async () => undefined },
  );

  const sizes = departures.map(({ rests }) => rests.map(({ uri, recipients }) => [uri.slice(-15, -10), recipients]));
  expect(sizes).toEqual([[['00001', 1]], [['00000', 2]], [['00002', 1]]]);
});
