import fc from 'fast-check';

import { bitmapOf } from '../domain/bitmap.ts';
import { type Ledger, untouchedChunk } from '../domain/chunk-state.ts';
import { chunkKey, expiryAfterDays, RUN_DAYS } from './keys.ts';
import { fromLedgerItem, toLedgerItem } from './ledger-item.ts';

const now = Date.parse('2026-11-21T10:00:00Z');
const every = (n: number) =>
  bitmapOf(
    1_000,
    Array.from({ length: 1_000 }, (_, offset) => offset).filter((offset) => offset % 6 === n),
  );

/** The fullest ledger there can be, under the longest ids that contracts allow. */
const fullest: Ledger = {
  ...untouchedChunk(1_000, 'x'.repeat(16)),
  accepted: every(0),
  refused: every(1),
  suppressed: every(2),
  unknown: every(3),
  claimed: every(4),
  left: every(5),
  owner: 'x'.repeat(16),
  leaseUntil: now + 123,
  claimDeadline: now + 456,
  quietAt: now + 789,
  wave: 10_000,
  shutWave: 9_999,
  tick: 99_999,
  unreadable: 'row_malformed',
  rev: 9_999_999,
  writeId: `${'x'.repeat(16)}.99999`,
};

/** As DynamoDB counts: UTF-8 names and values; a number is half a byte per digit, and one more for the exponent and the sign. */
const sizeOf = (item: Readonly<Record<string, string | number | Uint8Array | undefined>>): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + bytesOf(value), 0);

const bytesOf = (value: string | number | Uint8Array = ''): number =>
  typeof value === 'number' ? Math.ceil(String(value).length / 2) + 2 : Buffer.byteLength(value);

it('fits into one write unit at its fullest, under the longest ids', () => {
  const item = { ...chunkKey('r'.repeat(40), 99_999), ...toLedgerItem(fullest), ttl: expiryAfterDays(RUN_DAYS, now) };

  expect(sizeOf(item)).toBeLessThanOrEqual(1_024);
});

it('comes back as it was', () => {
  expect(fromLedgerItem(toLedgerItem(fullest))).toEqual(fullest);
});

it.each(['chunk_missing', 'chunk_malformed', 'chunk_changed', 'row_malformed'] as const)(
  'comes back with %s as the reason why it is unreadable',
  (unreadable) => {
    expect(fromLedgerItem(toLedgerItem({ ...fullest, unreadable }))).toEqual({ ...fullest, unreadable });
  },
);

it('comes back as it was when nothing is unreadable, also from before there was a word for it', () => {
  const { unreadable: _, ...readable } = fullest;
  const { bad: __, ...older } = toLedgerItem(readable);

  expect(fromLedgerItem(toLedgerItem(readable))).toEqual(readable);
  expect(fromLedgerItem(older)).toEqual(readable);
});

it('comes back as it was for chunks of any size', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000 }), fc.array(fc.nat(999)), (size, offsets) => {
      const ledger: Ledger = { ...untouchedChunk(size, 'c'), accepted: bitmapOf(size, offsets), rev: 1, writeId: 'w' };

      expect(fromLedgerItem(toLedgerItem(ledger))).toEqual(ledger);
    }),
  );
});
