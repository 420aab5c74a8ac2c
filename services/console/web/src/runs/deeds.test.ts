import { deedsOf, reachOf, reconsiderable, wouldMailSomebody } from './deeds.ts';
import type { Run } from './run-scene.ts';

const run = {
  status: 'sending',
  control: 'send',
  accepted: 40,
  refused: 0,
  left: 0,
  pending: 55,
  unsettled: 5,
} as const satisfies Partial<Run>;

describe('what can be done', () => {
  it('is to hold or cancel what is under way', () => {
    expect(deedsOf(run)).toEqual(['hold', 'cancel']);
    expect(deedsOf({ ...run, status: 'waiting' })).toEqual(['hold', 'cancel']);
  });

  it('is to resume as soon as somebody has asked for a hold', () => {
    expect(deedsOf({ ...run, control: 'hold' })).toEqual(['resume', 'cancel']);
    expect(deedsOf({ ...run, control: 'hold', status: 'held' })).toEqual(['resume', 'cancel']);
  });

  it('is nothing while it is being cancelled', () => {
    expect(deedsOf({ ...run, control: 'cancel' })).toEqual([]);
  });

  it('is to retry what failed, and to complete what left somebody out', () => {
    expect(deedsOf({ ...run, status: 'failed', unsent: 55 })).toEqual(['retry', 'complete']);
    expect(deedsOf({ ...run, status: 'cancelled', unsent: 55 })).toEqual(['complete']);
    expect(deedsOf({ ...run, status: 'sent', unsent: 0 })).toEqual([]);
    expect(deedsOf({ ...run, status: 'sent', unsent: 0, refused: 2 })).toEqual(['complete']);
  });
});

it('counts who is in doubt among those who may have the mail', () => {
  expect(reachOf(run)).toEqual({ waiting: 55, mailed: 45 });
  expect(reachOf({ ...run, status: 'cancelled', pending: 0, unsettled: 0, unsent: 55 })).toEqual({
    waiting: 55,
    mailed: 40,
  });
});

it('offers to reconsider only those of whom there are any', () => {
  const ended = {
    ...run,
    status: 'sent',
    unsent: 0,
    refused: 2,
    excluded: { domains: ['x.example'], imports: [] },
  } as const;

  expect(reconsiderable(ended)).toEqual([
    { who: 'refused', people: 2 },
    { who: 'excluded', people: undefined },
  ]);
  expect(wouldMailSomebody(ended, [])).toBe(false);
  expect(wouldMailSomebody(ended, ['refused'])).toBe(true);
});
