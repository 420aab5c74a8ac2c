import { followed, isTried, newGovernor, refreshed } from './governor-record.ts';
import { creepBack, grantedEveryMs, left24Of, slowDown } from './quota.ts';

const now = 1_000_000;
const quota = { maxSendRate: 14, max24HourSend: 50_000, sentLast24Hours: 1_000 };

it.each([
  [14, 0, 71.429],
  [14, 0.02, 72.887],
  [1, 0, 1_000],
  [2_500, 0, 0.4],
  [0, 0, 100_000],
])('gives %d a second, %d of it kept, a slot every %d ms', (maxSendRate, kept, everyMs) => {
  expect(grantedEveryMs({ ...quota, maxSendRate }, kept)).toBe(everyMs);
});

it('never gives more than is granted', () => {
  for (const rate of [1, 3, 7, 14, 33, 700]) {
    expect(1_000 / grantedEveryMs({ ...quota, maxSendRate: rate }, 0)).toBeLessThanOrEqual(rate);
  }
});

it('slows down step by step, to a quarter of the rate, and comes back to all of it', () => {
  const granted = 100;
  let everyMs = granted;
  for (let n = 0; n < 50; n += 1) everyMs = slowDown({ everyMs, grantedEveryMs: granted });
  expect(everyMs).toBe(400);

  for (let n = 0; n < 50; n += 1) everyMs = creepBack({ everyMs, grantedEveryMs: granted });
  expect(everyMs).toBe(granted);
});

it('counts what was reserved lately off what SES has not counted yet', () => {
  expect(left24Of(quota, 500)).toBe(48_500);
  expect(left24Of({ ...quota, sentLast24Hours: 60_000 }, 0)).toBe(0);
});

it('knows accounts without a daily limit', () => {
  expect(left24Of({ ...quota, max24HourSend: -1 }, 500)).toBeGreaterThan(1_000_000_000);
});

describe('a refresh', () => {
  const record = newGovernor(quota, 0, now);

  it('takes over a raised and a lowered rate at once', () => {
    const raised = refreshed(record, { quota: { ...quota, maxSendRate: 28 }, keptShare: 0, now: now + 60_000 });
    const lowered = refreshed(record, { quota: { ...quota, maxSendRate: 7 }, keptShare: 0, now: now + 60_000 });

    expect(raised).toMatchObject({ seenRevision: 1, revision: 2, everyMs: 35.715 });
    expect(lowered).toMatchObject({ seenRevision: 1, revision: 2, everyMs: 142.858 });
  });

  it('leaves the revision alone while the rate stays: no reservation fails for nothing', () => {
    expect(refreshed(record, { quota, keptShare: 0, now: now + 60_000 }).revision).toBe(record.revision);
  });

  it('does not creep back in the minute after throttling', () => {
    const throttled = { ...record, everyMs: 100, slowedAt: now + 30_000 };

    expect(refreshed(throttled, { quota, keptShare: 0, now: now + 60_000 }).everyMs).toBe(100);
  });

  it('changes what is left of the day by a difference, so that reservations meanwhile are not forgotten', () => {
    const used = { ...record, left24: record.left24 - 300, reservedBefore: 200 };
    const { left24Difference, refresh } = refreshed(used, {
      quota: { ...quota, sentLast24Hours: 1_400 },
      keptShare: 0,
      now,
    });

    expect(used.left24 + left24Difference).toBe(50_000 - 1_400 - 300 - 200);
    expect(refresh?.reservedBefore).toBe(300);
  });
});

describe('a look between two refreshes', () => {
  const record = { ...newGovernor(quota, 0, now), left24: 40_000, everyMs: 80, slowedAt: now - 1 };

  it('changes nothing while SES grants what it granted: what was sent is counted by the refresh', () => {
    expect(followed(record, { quota: { ...quota, sentLast24Hours: 2_000 }, keptShare: 0 })).toBeUndefined();
  });

  it('takes over another rate, with the back-off in proportion', () => {
    const change = followed(record, { quota: { ...quota, maxSendRate: 28 }, keptShare: 0 });

    expect(change).toMatchObject({ revision: record.revision + 1, everyMs: 40.001, left24Difference: 0 });
    expect(change?.refresh).toMatchObject({ refreshedAt: record.refreshedAt, quota: { maxSendRate: 28 } });
  });

  it('gets no slower than a lowered rate for what was throttled at the old one', () => {
    const change = followed(record, { quota: { ...quota, maxSendRate: 13 }, keptShare: 0 });
    const slower = followed(record, { quota: { ...quota, maxSendRate: 7 }, keptShare: 0 });

    expect([change?.everyMs, slower?.everyMs]).toEqual([80, grantedEveryMs({ ...quota, maxSendRate: 7 }, 0)]);
  });

  it.each([
    [60_000, 10_000],
    [45_000, -5_000],
  ])('takes over %d a day, less what is reserved', (max24HourSend, difference) => {
    const change = followed(record, { quota: { ...quota, max24HourSend }, keptShare: 0 });

    expect(change).toMatchObject({ revision: record.revision + 1, everyMs: 80, left24Difference: difference });
    expect(change?.refresh?.leftAtRefresh).toBe(record.leftAtRefresh + difference);
  });

  it('counts the same at the next refresh as if there had been no look', () => {
    const raised = { ...quota, max24HourSend: 60_000 };
    const change = followed(record, { quota: raised, keptShare: 0 });
    const { seenRefreshedAt: _, ...words } = change?.refresh ?? { seenRefreshedAt: 0 };
    const looked = { ...record, ...words, left24: record.left24 + (change?.left24Difference ?? 0) };

    const counted = [record, looked].map((before) => {
      const { refresh, left24Difference } = refreshed(before, { quota: raised, keptShare: 0, now: now + 60_000 });
      return { left24: before.left24 + left24Difference, reserved: refresh?.reservedBefore };
    });
    expect(counted[0]).toEqual(counted[1]);
  });
});

it('a slot that was given at an earlier rate, or in the second after it, does not try the present one', () => {
  const record = { pacedFrom: now };

  expect([now - 1, now, now + 999, now + 1_000].map((slot) => isTried(record, slot))).toEqual([
    false,
    false,
    false,
    true,
  ]);
});
