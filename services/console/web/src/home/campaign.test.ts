import { failedLately, isQuiet, overdue, percentDone } from './campaign.ts';

const NOW = new Date('2026-11-22T12:00:00Z');

it('counts everybody who is decided, whatever the decision', () => {
  expect(percentDone({ accepted: 40, refused: 5, suppressed: 4, left: 1, recipients: 100 })).toBe(50);
});

it('knows runs whose recipients are not counted yet', () => {
  expect(percentDone({ accepted: 0, refused: 0, suppressed: 0, left: 0, recipients: 0 })).toBe(0);
});

it('is quiet where nothing waits, and not before that is known', () => {
  const known = { isKnown: true, count: 0 };

  expect(isQuiet([known, known])).toBe(true);
  expect(isQuiet([known, { isKnown: false, count: 0 }])).toBe(false);
  expect(isQuiet([{ isKnown: true, count: 3 }, known])).toBe(false);
});

it('forgets a campaign a month after it has failed, however old it was then', () => {
  const campaigns = [
    { campaignId: 'cmp_4', status: 'sent' as const, endedAt: '2026-11-22T11:00:00Z' },
    { campaignId: 'cmp_3', status: 'failed' as const, endedAt: '2026-10-23T11:59:00Z' },
    { campaignId: 'cmp_2', status: 'failed' as const },
    { campaignId: 'cmp_1', status: 'failed' as const, endedAt: '2026-11-21T12:00:00Z' },
  ];

  expect(failedLately(campaigns, NOW).map(({ campaignId }) => campaignId)).toEqual(['cmp_1']);
});

it('misses a campaign that was to go out a while ago and has not begun', () => {
  const scheduled = [
    { campaignId: 'cmp_3', sendAt: '2026-11-23T09:00:00Z' },
    { campaignId: 'cmp_2', sendAt: '2026-11-22T11:55:00Z' },
    { campaignId: 'cmp_1', sendAt: '2026-11-22T11:45:00Z' },
  ];

  expect(overdue(scheduled, NOW).map(({ campaignId }) => campaignId)).toEqual(['cmp_1']);
});
