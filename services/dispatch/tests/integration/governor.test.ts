import fc from 'fast-check';

import { DynamoGovernors } from '../../src/adapters/dynamo-governors.ts';
import { shareFor, sharesAfter } from '../../src/domain/fair-share.ts';
import { afterGrant, grants } from '../../src/domain/governor.ts';
import { followed, newGovernor, refreshed, slowed } from '../../src/domain/governor-record.ts';
import { paceFor } from '../../src/domain/pace.ts';
import { startTables } from './test-table.ts';

const NOW = Date.parse('2026-11-21T10:00:00Z');
const pace = paceFor(300_000);

const { db, create, stop } = await startTables();
let counter = 0;

afterAll(stop);

describe('the governor', () => {
  const quota = { maxSendRate: 14, max24HourSend: 50_000, sentLast24Hours: 0 };
  const newTable = async () => {
    counter += 1;
    const table = `governor-${counter}`;
    await create(table);
    return new DynamoGovernors(db, table, pace);
  };

  it('grants in DynamoDB what it grants in the model, to the microsecond', async () => {
    const governors = await newTable();
    const reservation = fc.record({
      kind: fc.constantFrom('busy', 'idle'),
      count: fc.integer({ min: 1, max: 60 }),
      lag: fc.integer({ min: -15_000, max: 2_000 }),
      revision: fc.constantFrom(1, 1, 1, 2),
    });
    await governors.create({ ...newGovernor(quota, 0.02, NOW), left24: 2_000 });

    await fc.assert(
      fc.asyncProperty(reservation, async ({ kind, count, lag, revision }) => {
        const seen = await governors.read();
        if (seen === undefined) throw new Error('no governor');
        const wish = { kind, count, revision, everyMs: seen.everyMs, now: Math.round(seen.tat) + lag } as const;

        const answer = await governors.reserve(wish);

        const expected = grants(seen, wish, pace) ? afterGrant(seen, wish) : seen;
        expect(await governors.read()).toEqual({ ...seen, ...expected });
        expect(answer).toEqual(
          grants(seen, wish, pace)
            ? { kind: 'granted', tat: expected.tat, seen: { ...seen, ...expected } }
            : { kind: 'refused', seen },
        );
      }),
      { numRuns: 60 },
    );
  });

  it('notes in DynamoDB what it notes in the model: how far each run has reserved', async () => {
    const governors = await newTable();
    await governors.create({ ...newGovernor(quota, 0, NOW), tat: NOW });
    const reservation = fc.record({
      runId: fc.constantFrom('run_1', 'run_2'),
      count: fc.integer({ min: 1, max: 60 }),
      passedMs: fc.integer({ min: 0, max: 9_000 }),
    });
    let now = NOW;

    await fc.assert(
      fc.asyncProperty(reservation, async ({ runId, count, passedMs }) => {
        const seen = await governors.read();
        if (seen === undefined) throw new Error('no governor');
        now = Math.max(now + passedMs, Math.floor(seen.tat) - pace.horizonMs + 1);
        const kind = seen.tat < now - pace.tauMs ? 'idle' : 'busy';
        const share = shareFor(seen, { runId, count, now });

        await governors.reserve({ kind, count, revision: seen.revision, everyMs: seen.everyMs, now, share });

        expect((await governors.read())?.shares).toEqual(sharesAfter(seen.shares, share, now));
      }),
      { numRuns: 40 },
    );
  });

  it('counts a refresh once, though it is written twice because its answer was lost', async () => {
    const governors = await newTable();
    const record = { ...newGovernor(quota, 0, NOW), left24: 40_000 };
    await governors.create(record);
    const change = refreshed(record, { quota: { ...quota, sentLast24Hours: 3_000 }, keptShare: 0, now: NOW + 60_000 });

    await governors.change(change);
    await governors.change(change);

    const seen = await governors.read();
    expect(seen?.left24).toBe(40_000 + change.left24Difference);
    expect(seen?.refreshedAt).toBe(NOW + 60_000);
  });

  it('follows another rate and another limit of the day, once', async () => {
    const governors = await newTable();
    const record = newGovernor(quota, 0, NOW);
    await governors.create(record);
    const change = followed(record, { quota: { ...quota, maxSendRate: 28, max24HourSend: 60_000 }, keptShare: 0 });
    if (change === undefined) throw new Error('nothing to follow');

    await governors.change(change);
    await governors.change(change);

    expect(await governors.read()).toMatchObject({
      everyMs: 35.715,
      left24: record.left24 + 10_000,
      refreshedAt: NOW,
      quota: { maxSendRate: 28, max24HourSend: 60_000 },
    });
  });

  it('forgets runs that have reserved nothing for minutes', async () => {
    const governors = await newTable();
    const shares = new Map([
      ['run_old', NOW],
      ['run_new', NOW + 250_000],
    ]);
    const record = { ...newGovernor(quota, 0, NOW), shares };
    await governors.create(record);

    await governors.change(refreshed(record, { quota, keptShare: 0, now: NOW + 300_000 }));

    expect((await governors.read())?.shares).toEqual(new Map([['run_new', NOW + 250_000]]));
  });

  it('does not exist before it is created, and is created once', async () => {
    const governors = await newTable();
    const wish = { kind: 'busy', count: 1, revision: 1, everyMs: 10, now: NOW } as const;

    expect([await governors.read(), await governors.reserve(wish)]).toEqual([undefined, { kind: 'missing' }]);

    await governors.create(newGovernor(quota, 0, NOW));
    await governors.create(newGovernor({ ...quota, maxSendRate: 1 }, 0, NOW));
    expect((await governors.read())?.quota.maxSendRate).toBe(14);
  });

  it('slows down once for throttling that two senders met at one rate', async () => {
    const governors = await newTable();
    await governors.create(newGovernor(quota, 0, NOW));
    const seen = await governors.read();
    if (seen === undefined) throw new Error('no governor');

    await governors.change(slowed(seen, NOW + 1));
    await governors.change(slowed(seen, NOW + 2));

    expect(await governors.read()).toMatchObject({ revision: 2, everyMs: 78.572, slowedAt: NOW + 1 });
  });

  it('knows since which slot its rate holds: behind all that were given when it changed, not when it was read', async () => {
    const governors = await newTable();
    await governors.create(newGovernor(quota, 0, NOW));
    const seen = await governors.read();
    if (seen === undefined) throw new Error('no governor');
    await governors.reserve({ kind: 'busy', count: 40, revision: 1, everyMs: seen.everyMs, now: NOW });
    const reserved = await governors.read();

    await governors.change(slowed(seen, NOW + 1));
    await governors.change(
      refreshed(
        { ...seen, revision: 2, everyMs: 78.572, slowedAt: NOW + 1 },
        { quota, keptShare: 0, now: NOW + 60_000 },
      ),
    );

    expect(reserved?.tat).toBeGreaterThan(seen.tat);
    expect(await governors.read()).toMatchObject({ revision: 2, pacedFrom: reserved?.tat, refreshedAt: NOW + 60_000 });
  });

  it('takes over what SES grants, and keeps what was reserved meanwhile', async () => {
    const governors = await newTable();
    await governors.create(newGovernor(quota, 0, NOW));
    const seen = await governors.read();
    if (seen === undefined) throw new Error('no governor');
    const change = refreshed(seen, {
      quota: { ...quota, maxSendRate: 28, sentLast24Hours: 10 },
      keptShare: 0,
      now: NOW + 60_000,
    });
    await governors.reserve({ kind: 'busy', count: 40, revision: 1, everyMs: seen.everyMs, now: NOW });

    await governors.change(change);

    expect(await governors.read()).toMatchObject({
      everyMs: 35.715,
      left24: 50_000 - 10 - 40,
      refreshedAt: NOW + 60_000,
    });
  });
});
