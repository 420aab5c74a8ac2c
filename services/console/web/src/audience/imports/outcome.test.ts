import { outcomeOf } from './outcome.ts';

it('says of an import whose rows were all left out that nobody came of it', () => {
  expect(outcomeOf({ status: 'finished', accepted: 280, rejected: 20 })).toBe('finished');
  expect(outcomeOf({ status: 'finished', accepted: 0, rejected: 300 })).toBe('nobody');
  expect(outcomeOf({ status: 'finished', accepted: 0, rejected: 0 })).toBe('nothing');
});

it('says how an import ended that was not read to its end, and nothing of one that goes on', () => {
  expect(outcomeOf({ status: 'cancelled', accepted: 0, rejected: 3 })).toBe('cancelled');
  expect(outcomeOf({ status: 'failed', accepted: 0, rejected: 0 })).toBe('failed');
  expect(outcomeOf({ status: 'writing', accepted: 5, rejected: 0 })).toBeUndefined();
});
