import type { Progress } from './import.ts';
import { filesOf, isTooLong, isUnderWay, secondsToNextLook } from './import-wait.ts';

const since = '2026-11-22T10:00:00.000Z';
const after = (seconds: number) => new Date(Date.parse(since) + seconds * 1_000);
const tally = { rows: 0, accepted: 0, duplicates: 0, rejected: 0 };
const reading = { tally, chunks: 0, notes: [], rejectedRows: undefined };
const problem = { code: 'file_empty', message: 'Empty.' } as const;

it.each<[Progress, boolean]>([
  [{ status: 'awaiting_upload' }, false],
  [{ status: 'parsing', attempt: 'a' }, true],
  [{ status: 'writing', attempt: 'a', reading }, true],
  [{ status: 'finished', attempt: 'a', reading }, false],
  [{ status: 'failed', attempt: 'a', problem }, false],
  [{ status: 'cancelled' }, false],
])('knows of an import that is at %j whether it is under way', (progress, expected) => {
  expect(isUnderWay({ progress })).toBe(expected);
});

it('looks again soon at first, then the later the longer it has taken', () => {
  expect([0, 40, 3_000].map((seconds) => secondsToNextLook({ since }, after(seconds)))).toEqual([2, 5, 30]);
});

it('waits for an hour', () => {
  expect([3_599, 3_600].map((seconds) => isTooLong({ since }, after(seconds)))).toEqual([false, true]);
});

it('names files so that they fit a sentence', () => {
  const files = ['a.csv', `${'long'.repeat(40)}.xlsx`, 'c.csv', 'd.csv', 'e.csv'].map((fileName) => ({ fileName }));

  expect(filesOf(files.slice(0, 1))).toBe('"a.csv"');
  expect(filesOf(files)).toBe(`"a.csv", "${'long'.repeat(20)}…", "c.csv" and 2 more`);
});
