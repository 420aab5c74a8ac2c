import fc from 'fast-check';

import { askReplay, attemptOf, beginParsing, failImport, finishImport, type Import, startWriting } from './import.ts';

const requested: Import = {
  importId: 'imp_1',
  listId: 'lst_1',
  fileName: 'people.csv',
  columns: {},
  requestedAt: '2026-11-21T10:00:00.000Z',
  correlationId: 'request-1',
  replays: 0,
  progress: { status: 'awaiting_upload' },
  revision: 1,
};
const reading = {
  tally: { rows: 3, accepted: 3, duplicates: 0, rejected: 0 },
  chunks: 2,
  notes: [],
  rejectedRows: undefined,
};
const problem = { code: 'file_empty', message: 'The file is empty.' } as const;

/** What may happen to an import, in any order, as often as you like. */
const steps: Readonly<Record<string, (current: Import, attempt: string) => Import | undefined>> = {
  begin: beginParsing,
  startWriting: (current, attempt) => startWriting(current, attempt, reading),
  fail: (current, attempt) => failImport(current, attempt, problem),
  oneChunk: (current, attempt) => finishImport(current, attempt, 1),
  allChunks: (current, attempt) => finishImport(current, attempt, 2),
  replay: (current) => askReplay(current),
};
const happenings = fc.array(fc.tuple(fc.constantFrom(...Object.keys(steps)), fc.constantFrom('a-0', 'a-1')), {
  maxLength: 40,
});

const follow = (happened: readonly (readonly [string, string])[]) =>
  happened.reduce<readonly Import[]>(
    (states, [step, attempt]) => {
      const current = states.at(-1) ?? requested;
      return [...states, steps[step]?.(current, attempt) ?? current];
    },
    [requested],
  );

/** Every change that happened: what it was called and what it led from and to. */
const changesOf = (happened: readonly (readonly [string, string])[]) => {
  const states = follow(happened);
  return happened
    .map(([step], n) => ({ step, from: states[n]?.progress, to: states[n + 1]?.progress }))
    .filter(({ from, to }) => from !== to);
};

it('finishes only what was being written, when all of it is', () => {
  fc.assert(
    fc.property(happenings, (happened) => {
      const finishing = changesOf(happened).filter(({ to }) => to?.status === 'finished');

      expect(finishing.every(({ step, from }) => step === 'allChunks' && from?.status === 'writing')).toBe(true);
    }),
  );
});

it('stays finished or failed until another attempt begins or a replay is asked for', () => {
  const ended: readonly (string | undefined)[] = ['finished', 'failed'];

  fc.assert(
    fc.property(happenings, (happened) => {
      const leaving = changesOf(happened).filter(({ from }) => ended.includes(from?.status));

      expect(leaving.every(({ step }) => step === 'begin' || step === 'replay')).toBe(true);
    }),
  );
});

it('begins an attempt once, however often the upload is announced, and counts its readers', () => {
  const [, parsing, writing] = follow([
    ['begin', 'a-0'],
    ['startWriting', 'a-0'],
  ]);

  expect(parsing?.progress).toEqual({ status: 'parsing', attempt: 'a-0', readers: 1 });
  expect(parsing && beginParsing(parsing, 'a-0')?.progress).toEqual({ status: 'parsing', attempt: 'a-0', readers: 2 });
  expect(writing && beginParsing(writing, 'a-0')).toBeUndefined();
});

it.each([
  { what: 'a file that has not been read', progress: { status: 'awaiting_upload' } },
  { what: 'a file that is being read', progress: { status: 'parsing', attempt: 'a-0' } },
  { what: 'contacts that are being written', progress: { status: 'writing', attempt: 'a-0', reading } },
] as const)('goes on with $what until the replay begins', ({ progress }) => {
  expect(askReplay({ ...requested, progress })).toEqual({ ...requested, progress, replays: 1 });
});

it('is under way again as soon as a replay of what has ended is asked for', () => {
  const failed: Import = { ...requested, progress: { status: 'failed', attempt: 'a-0', problem } };

  expect(askReplay(failed)).toMatchObject({ replays: 1, progress: { status: 'parsing' } });
});

it('tells attempts apart by content and by replay', () => {
  const names = [
    { etag: '"0123456789"', replay: 0 },
    { etag: '"0123456789"', replay: 1 },
    { etag: '"9876543210-2"', replay: 0 },
  ].map(attemptOf);

  expect(new Set(names).size).toBe(3);
});
