import type { Progress } from './import.ts';
import { paceOf } from './pace.ts';

const since = '2026-11-21T10:00:00.000Z';
const tenSecondsLater = new Date('2026-11-21T10:00:10Z');
const tally = { rows: 5_000, accepted: 4_000, duplicates: 0, rejected: 1_000 };
const parsing = (fetched: number): Progress => ({
  status: 'parsing',
  attempt: 'a',
  soFar: { tally, fetched, toFetch: 1_000, since, at: tenSecondsLater.toISOString() },
});
const writing: Progress = {
  status: 'writing',
  attempt: 'a',
  since,
  reading: { tally, chunks: 4, notes: [], rejectedRows: undefined },
};

it('measures reading by rows, and what is left of it by bytes', () => {
  expect(paceOf(parsing(250), 0, tenSecondsLater)).toEqual({ perSecond: 500, remainingSeconds: 30 });
});

it('measures writing by contacts', () => {
  expect(paceOf(writing, 1_000, tenSecondsLater)).toEqual({ perSecond: 100, remainingSeconds: 30 });
});

it.each([
  ['nothing was fetched', parsing(0), 0, tenSecondsLater],
  ['nothing was written', writing, 0, tenSecondsLater],
  ['it has only just begun', writing, 1_000, new Date(since)],
  ['it has ended', { ...writing, status: 'finished' as const }, 4_000, tenSecondsLater],
])('says nothing when %s', (...[, progress, written, now]) => {
  expect(paceOf(progress, written, now)).toBeUndefined();
});
