import fc from 'fast-check';

import type { Departures } from '../domain/departures.ts';

export const begin = new Date('2026-11-21T10:00:00Z');
export const CHUNK = 10;

export interface Story {
  readonly chunks: number;
  readonly whims: readonly number[];
  /** Whether chunks become unreadable. */
  readonly tears: boolean;
  /** What a person does before the wave of this number ends: mostly nothing. */
  readonly person: readonly ('nothing' | 'hold' | 'cancel')[];
  /** Where in the snapshot others begin who may be mailed only so many hours after its beginning. */
  readonly zones: readonly { readonly percent: number; readonly hours: number }[];
}

export const story: fc.Arbitrary<Story> = fc.record({
  chunks: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 0, max: 60 }) },
    { weight: 1, arbitrary: fc.constantFrom(999, 10_000) },
  ),
  whims: fc.array(fc.nat(1_000), { minLength: 1, maxLength: 50 }),
  tears: fc.boolean(),
  person: fc.array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constant('nothing' as const) },
      { weight: 2, arbitrary: fc.constant('hold' as const) },
      { weight: 1, arbitrary: fc.constant('cancel' as const) },
    ),
    { maxLength: 20 },
  ),
  zones: fc.oneof(
    fc.constant([]),
    fc.array(fc.record({ percent: fc.nat(99), hours: fc.integer({ min: -3, max: 27 }) }), { maxLength: 40 }),
  ),
});

/** Who may go out when; nothing where all may at once. */
export const departuresOf = ({ chunks, zones }: Pick<Story, 'chunks' | 'zones'>): Departures | undefined => {
  const hours = zones.map((zone) => zone.hours).toSorted((a, b) => a - b);
  const firsts = new Set(zones.map(({ percent }) => Math.floor((percent * chunks) / 100)).toSorted((a, b) => a - b));
  const departures = [...firsts].map((first, n, all) => ({
    firstChunk: n === 0 ? 0 : first,
    recipients: ((all[n + 1] ?? chunks) - (n === 0 ? 0 : first)) * CHUNK,
    notBefore: new Date(begin.getTime() + (hours[n] ?? 0) * 3_600_000),
  }));
  return departures.length > 0 ? departures : undefined;
};
