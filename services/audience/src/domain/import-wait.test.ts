import { isTooLong, nameImports, secondsToNextLook } from './import-wait.ts';

const since = '2026-11-22T10:00:00.000Z';
const after = (seconds: number) => new Date(Date.parse(since) + seconds * 1_000);

it('looks again soon at first, then the later the longer it has taken', () => {
  expect([0, 40, 3_000].map((seconds) => secondsToNextLook({ since }, after(seconds)))).toEqual([2, 5, 30]);
});

it('waits for an hour', () => {
  expect([3_599, 3_600].map((seconds) => isTooLong({ since }, after(seconds)))).toEqual([false, true]);
});

it('never needs more room than a sentence has, nor leaves half a character', () => {
  const names = nameImports(Array.from({ length: 1_000 }, () => ({ fileName: `a${'🙂'.repeat(200)}` })));

  expect(names.length).toBeLessThan(300);
  expect(names.isWellFormed()).toBe(true);
});

it('names files so that they fit a sentence', () => {
  const files = ['a.csv', `${'long'.repeat(40)}.xlsx`, 'c.csv', 'd.csv', 'e.csv'].map((fileName) => ({ fileName }));

  expect(nameImports(files.slice(0, 1))).toBe('"a.csv"');
  expect(nameImports(files)).toBe(`"a.csv", "${'long'.repeat(20)}…", "c.csv" and 2 more`);
});
