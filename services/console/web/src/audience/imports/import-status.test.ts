import { hasEnded, isUnderWay, shareDone } from './import-status.ts';

const nothing = { rows: 0, accepted: 0, written: 0 };

it('reckons how far the reading is from its pace', () => {
  const reading = { ...nothing, status: 'parsing', rows: 3_000 } as const;

  expect(shareDone(reading)).toBeUndefined();
  expect(shareDone({ ...reading, rowsPerSecond: 1_000, remainingSeconds: 1 })).toBe(0.75);
});

it('counts how far the writing is', () => {
  expect(shareDone({ ...nothing, status: 'writing', accepted: 200, written: 50 })).toBe(0.25);
  expect(shareDone({ ...nothing, status: 'writing' })).toBeUndefined();
});

it('waits for nothing once somebody has to look, or it is over', () => {
  expect((['awaiting_upload', 'parsing', 'writing', 'uploaded', 'finished'] as const).map(isUnderWay)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

it('notices that one has ended, whichever others begin at the same time', () => {
  const before = [{ importId: 'one', status: 'writing' }] as const;

  const now = [
    { importId: 'two', status: 'parsing' },
    { importId: 'one', status: 'finished' },
  ] as const;

  expect(hasEnded(before, now)).toBe(true);
  expect(hasEnded(before, [...before, { importId: 'old', status: 'finished' }])).toBe(false);
});
