import { accountOf } from './account.ts';

const reconciliation = { isWhole: true, line: '', missing: { recipients: 0, sendEvents: 0 } };
const ended = { recipients: 10, accepted: 7, refused: 1, suppressed: 2, left: 0, unsent: 0, sent: 7, reconciliation };

it('draws no sum before a run has ended', () => {
  expect(accountOf({ sent: 4, reconciliation })).toEqual({ kind: 'under_way', sent: 4 });
});

it('adds up to the snapshot, and speaks of doubt only where there is some', () => {
  expect(accountOf(ended)).toMatchObject({
    isWhole: true,
    recipients: 10,
    terms: [
      { name: 'accepted', count: 7 },
      { name: 'refused', count: 1 },
      { name: 'suppressed', count: 2 },
      { name: 'unsent', count: 0 },
    ],
  });
  expect(accountOf({ ...ended, left: 1 })).toMatchObject({
    terms: expect.arrayContaining([{ name: 'left', count: 1 }]),
  });
});

it.each([
  { events: 'all', sent: 7, left: 0, sendEvents: 0 },
  { events: 'late', sent: 5, left: 0, sendEvents: 2 },
  { events: 'late', sent: 0, left: 0, sendEvents: 7 },
  { events: 'none', sent: 0, left: 0, sendEvents: 0 },
  { events: 'doubt_went_out', sent: 8, left: 1, sendEvents: 0 },
  { events: 'more', sent: 9, left: 1, sendEvents: 0 },
])('of $sent told of 7 accepted and $left in doubt: $events', ({ events, sent, left, sendEvents }) => {
  const missing = { recipients: 0, sendEvents };

  expect(accountOf({ ...ended, sent, left, reconciliation: { ...reconciliation, missing } })).toMatchObject({ events });
});
