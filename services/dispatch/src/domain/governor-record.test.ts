import fc from 'fast-check';

import {
  followed,
  type GovernorChange,
  type GovernorRecord,
  newGovernor,
  refreshed,
  slowed,
} from './governor-record.ts';

const NOW = 1_000_000;
const MINUTE = 60_000;

const grants = fc.record({
  quota: fc.record({
    maxSendRate: fc.oneof(fc.integer({ min: 0, max: 5_000 }), fc.double({ min: 0.1, max: 30, noNaN: true })),
    max24HourSend: fc.constantFrom(-1, 200, 50_000),
    sentLast24Hours: fc.nat(300),
  }),
  keptShare: fc.constantFrom(0, 0.02, 0.1),
});
type Grant = typeof grants extends fc.Arbitrary<infer Value> ? Value : never;
type Step = Grant & { readonly kind: 'refresh' | 'look' | 'throttled' };

/** SES throttles more often than it grants something else. */
const kinds = fc.constantFrom<Step['kind'][]>('refresh', 'look', 'throttled', 'throttled', 'throttled');
const steps = fc.array(fc.tuple(kinds, grants), { maxLength: 60 });

const changeOf = (record: GovernorRecord, { kind, ...grant }: Step, now: number): GovernorChange | undefined => {
  if (kind === 'throttled') return slowed(record, now);
  return kind === 'look' ? followed(record, grant) : refreshed(record, { ...grant, now });
};

const changed = (record: GovernorRecord, change: GovernorChange | undefined): GovernorRecord => {
  if (change === undefined) return record;
  const { revision, everyMs, slowedAt, left24Difference, refresh } = change;
  return { ...record, ...refresh, revision, everyMs, slowedAt, left24: record.left24 + left24Difference };
};

/** Every state that a governor comes through, each with the one before it. */
const statesAfter = (taken: readonly (readonly [Step['kind'], Grant])[]) => {
  let after = newGovernor({ maxSendRate: 14, max24HourSend: -1, sentLast24Hours: 0 }, 0, NOW);
  return taken.map(([kind, grant], n) => {
    const before = after;
    after = changed(before, changeOf(before, { kind, ...grant }, NOW + (n + 1) * (MINUTE / 3)));
    return { before, after };
  });
};

it('gives out no more than is granted and no less than a quarter of it, whatever SES grants and throttles, however it is asked', () => {
  fc.assert(
    fc.property(steps, (taken) => {
      for (const { after } of statesAfter(taken)) {
        expect(after.everyMs).toBeGreaterThanOrEqual(after.grantedEveryMs);
        expect(after.everyMs).toBeLessThanOrEqual(4 * after.grantedEveryMs);
      }
    }),
  );
});

it('gets slower only for what SES throttles, or because it grants less than is given out', () => {
  fc.assert(
    fc.property(steps, (taken) => {
      for (const { before, after } of statesAfter(taken)) {
        if (after.slowedAt !== before.slowedAt) continue;
        expect(after.everyMs).toBeLessThanOrEqual(Math.max(before.everyMs, after.grantedEveryMs));
      }
    }),
  );
});

it('leaves rate and revision alone while SES grants what it granted, after whatever', () => {
  fc.assert(
    fc.property(steps, grants, (taken, grant) => {
      const record = statesAfter([...taken, ['refresh', grant], ['throttled', grant]]).at(-1)?.after;
      if (record === undefined) throw new Error('no state');

      const { everyMs, revision } = refreshed(record, { ...grant, now: record.slowedAt + MINUTE });

      expect({ everyMs, revision }).toEqual({ everyMs: record.everyMs, revision: record.revision });
      expect(followed(record, grant)).toBeUndefined();
    }),
  );
});
