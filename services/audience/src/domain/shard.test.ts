import fc from 'fast-check';

import { SHARDS, shardOf } from './shard.ts';

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
