import { outlookFor } from './outlook.ts';

const quota = { currentSendRate: 50, max24HourSend: 50_000, left24Hours: 40_000 };

it('tells how long it takes at the rate of now, and what it costs', () => {
  const outlook = outlookFor(10_000, quota);

  expect(outlook).toMatchObject({ recipients: 10_000, seconds: 200, days: 1, sesUsd: 1 });
  expect(outlook.oursUsd).toBeCloseTo(0.0224);
});

it('spreads over days what the quota of one does not hold', () => {
  expect(outlookFor(100_000, quota)).toMatchObject({ days: 3, seconds: 2 * 86_400 + 200 });
  expect(outlookFor(90_000, quota)).toMatchObject({ days: 2, seconds: 86_400 + 1_000 });
});

it('knows accounts without a limit', () => {
  expect(outlookFor(1_000_000, { ...quota, max24HourSend: -1 })).toMatchObject({ days: 1, seconds: 20_000 });
});

it('still knows the cost where nobody knows the rate', () => {
  expect(outlookFor(1_000, undefined)).toEqual({ recipients: 1_000, sesUsd: 0.1, oursUsd: 0.00224, days: 1 });
});
