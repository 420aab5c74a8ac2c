import fc from 'fast-check';

import { positionOf, SHARDS, shardOf } from './shard.ts';

const contactId = fc
  .uint8Array({ minLength: 16, maxLength: 16 })
  .map((bytes) => Buffer.from(bytes).toString('base64url'));

it('cuts the sorted ids into ranges, so that shard after shard is the whole in order', () => {
  fc.assert(
    fc.property(fc.array(contactId, { minLength: 2 }), (ids) => {
      const shards = ids.toSorted().map(shardOf);

      expect(shards).toEqual(shards.toSorted((one, other) => one - other));
    }),
  );
});

it('gives every shard the same share', () => {
  const first = Buffer.from(Array.from({ length: 48 }, (_, n) => n * 5)).toString('base64url');
  const starts = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const counts = new Map<number, number>();

  for (const start of starts) counts.set(shardOf(start + first), (counts.get(shardOf(start + first)) ?? 0) + 1);

  expect([...counts.values()]).toEqual(Array.from({ length: SHARDS }, () => starts.length / SHARDS));
});

it('tells what part of all ids is not beyond one', () => {
  fc.assert(
    fc.property(contactId, contactId, (one, other) => {
      const [first, second] = [one, other].toSorted().map(positionOf);

      expect(first).toBeLessThanOrEqual(second ?? 0);
      expect([positionOf(one) > shardOf(one) / SHARDS, positionOf(one) <= (shardOf(one) + 1) / SHARDS]).toEqual([
        true,
        true,
      ]);
    }),
  );
  expect([positionOf('-'.repeat(22)), positionOf('z'.repeat(22)), positionOf('V'.repeat(22))]).toEqual([
    expect.closeTo(0, 6),
    1,
    expect.closeTo(0.508, 3),
  ]);
});
