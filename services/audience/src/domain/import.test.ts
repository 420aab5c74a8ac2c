import fc from 'fast-check';

import {
  askReplay,
  attemptOf,
  beginParsing,
  cancelImport,
  failImport,
  finishImport,
  type Import,
  isExpired,
  noteReading,
  startWriting,
} from './import.ts';

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
const at = '2026-11-21T10:00:05.000Z';
const soFar = { tally: reading.tally, fetched: 1, toFetch: 2, since: requested.requestedAt, at };
const problem = { code: 'file_empty', message: 'The file is empty.' } as const;

/** What may happen to an import, in any order, as often as you like. */
const steps: Readonly<Record<string, (current: Import, attempt: string) => Import | undefined>> = {
  begin: (current, attempt) => beginParsing(current, attempt, 'etag'),
  note: (current, attempt) => noteReading(current, attempt, soFar),
  startWriting: (current, attempt) => startWriting(current, attempt, reading, at),
  fail: (current, attempt) => failImport(current, attempt, problem),
  oneChunk: (current, attempt) => finishImport(current, attempt, 1),
  allChunks: (current, attempt) => finishImport(current, attempt, 2),
  cancel: cancelImport,
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

it('stays finished, failed or cancelled until another attempt begins or a replay is asked for', () => {
  const ended: readonly (string | undefined)[] = ['finished', 'failed', 'cancelled'];

  fc.assert(
    fc.property(happenings, (happened) => {
      const leaving = changesOf(happened).filter(({ from }) => ended.includes(from?.status));

      const ways = ({ status }: { status?: string | undefined } = {}) =>
        status === 'cancelled' ? ['replay'] : ['begin', 'replay'];
      expect(leaving.every(({ step, from }) => ways(from).includes(step))).toBe(true);
    }),
  );
});

it('begins an attempt once, however often the upload is announced, and counts its readers', () => {
  const [, parsing, writing] = follow([
    ['begin', 'a-0'],
    ['startWriting', 'a-0'],
  ]);

  expect(parsing?.progress).toEqual({ status: 'parsing', attempt: 'a-0', readers: 1 });
  expect(parsing && beginParsing(parsing, 'a-0', 'etag')?.progress).toEqual({
    status: 'parsing',
    attempt: 'a-0',
    readers: 2,
  });
  expect(writing && beginParsing(writing, 'a-0', 'etag')).toBeUndefined();
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

it('says how far it is only while somebody wants to know', () => {
  const cancelled = follow([
    ['begin', 'a-0'],
    ['cancel', 'a-0'],
  ]).at(-1);

  expect(cancelled?.progress).toMatchObject({ status: 'cancelled', attempt: 'a-0' });
  expect(cancelled && noteReading(cancelled, 'a-0', soFar)).toBeUndefined();
  expect(cancelled && startWriting(cancelled, 'a-0', reading, at)).toBeUndefined();
});

it('holds what another file says for later than what the first one said, and a replay for the same', () => {
  const read = (current: Import | undefined, attempt: string, etag: string) =>
    current && beginParsing(current, attempt, etag);

  const first = read(requested, 'a-0', 'a');
  const replayed = read(first, 'a-1', 'a');
  const exchanged = read(replayed, 'b-0', 'b');

  expect([first, replayed, exchanged].map((one) => one?.content?.edition)).toEqual([0, 0, 1]);
});

it.each([
  ['an hour after it was asked for', '2026-11-21T11:00:00Z', false],
  ['hours after it was asked for', '2026-11-21T12:00:01Z', true],
])('waits for its file: %s', (_, now, expected) => {
  expect(isExpired(requested, new Date(now))).toBe(expected);
  expect(isExpired({ ...requested, progress: { status: 'parsing', attempt: 'a-0' } }, new Date(now))).toBe(false);
});
