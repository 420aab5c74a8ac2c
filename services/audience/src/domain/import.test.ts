import fc from 'fast-check';

import { attemptOf, beginParsing, contentOf, noteArrived } from './begin-import.ts';
import { confirmImport, isAwaitingWord } from './confirm-import.ts';
import {
  askReplay,
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

const arrived = (attempt: string, cause = 1) => ({ attempt, etag: `etag ${attempt}`, cause, types: {} });

/** What may happen to an import, in any order, as often as you like. */
const steps: Readonly<Record<string, (current: Import, attempt: string) => Import | undefined>> = {
  arriveFirst: (current, attempt) => beginParsing(current, arrived(attempt)),
  arriveSecond: (current, attempt) => beginParsing(current, arrived(attempt, 2)),
  word: (current, attempt) => beginParsing(current, arrived(attempt, 0)),
  miss: (current) => noteArrived(current, [2]),
  confirm: (current) => confirmImport(current, {}),
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

const follow = (happened: readonly (readonly [string, string])[], start?: Import['start']) =>
  happened.reduce<readonly Import[]>(
    (states, [step, attempt]) => {
      const current = states.at(-1) ?? requested;
      return [...states, steps[step]?.(current, attempt) ?? current];
    },
    [{ ...requested, start }],
  );

/** Every change that happened: what it was called and what it led from and to. */
const changesOf = (happened: readonly (readonly [string, string])[], start?: Import['start']) => {
  const states = follow(happened, start);
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
        status === 'cancelled' ? ['replay'] : ['arriveFirst', 'arriveSecond', 'word', 'replay'];
      expect(leaving.every(({ step, from }) => ways(from).includes(step))).toBe(true);
    }),
  );
});

it('begins an attempt once, however often the upload is announced, and counts its readers', () => {
  const [, parsing, writing] = follow([
    ['arriveFirst', 'a-0'],
    ['startWriting', 'a-0'],
  ]);

  const expected = { status: 'parsing', attempt: 'a-0', cause: 1, types: {} };
  expect(parsing?.progress).toEqual({ ...expected, readers: 1 });
  expect(parsing && beginParsing(parsing, arrived('a-0'))?.progress).toEqual({ ...expected, readers: 2 });
  expect(writing && beginParsing(writing, arrived('a-0'))).toBeUndefined();
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
    ['arriveFirst', 'a-0'],
    ['cancel', 'a-0'],
  ]).at(-1);

  expect(cancelled?.progress).toMatchObject({ status: 'cancelled', attempt: 'a-0' });
  expect(cancelled && noteReading(cancelled, 'a-0', soFar)).toBeUndefined();
  expect(cancelled && startWriting(cancelled, 'a-0', reading, at)).toBeUndefined();
});

it('holds what another file says for later than what the first one said, and a replay for the same', () => {
  const read = (current: Import | undefined, attempt: string, etag: string) =>
    current && beginParsing(current, { ...arrived(attempt), etag });

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

it('reads nothing that nobody has let be read, where somebody wants to look at it first', () => {
  fc.assert(
    fc.property(happenings, (happened) => {
      const states = follow(happened, 'when_confirmed');

      const read = states.filter(({ progress }) => progress.status === 'parsing' && progress.readers !== undefined);
      expect(read.every((one) => one.content && !isAwaitingWord(one, one.content.etag))).toBe(true);
    }),
  );
});

it('waits for nobody where nobody wants to look', () => {
  fc.assert(
    fc.property(happenings, (happened) => {
      expect(follow(happened).some(({ progress }) => progress.status === 'uploaded')).toBe(false);
    }),
  );
});

it('has an attempt read on account of one message only, with the types of its beginning', () => {
  fc.assert(
    fc.property(happenings, fc.constantFrom(undefined, 'when_confirmed' as const), (happened, start) => {
      const readers = changesOf(happened, start).filter(
        ({ from, to }) => from?.status === 'parsing' && to?.status === 'parsing' && from.attempt === to.attempt,
      );

      expect(
        readers.every(({ from, to }) => {
          const isSame = from?.status === 'parsing' && to?.status === 'parsing';
          return isSame && from.cause === to.cause && from.types === to.types;
        }),
      ).toBe(true);
    }),
  );
});

it('is read by another only if the same message comes again', () => {
  const [, begun] = follow([['arriveSecond', 'a-0']]);

  expect(begun && beginParsing(begun, arrived('a-0', 1))).toBeUndefined();
  expect(begun && beginParsing(begun, arrived('a-0', 2))?.progress).toMatchObject({ readers: 2, cause: 2 });
});

it('remembers which files have arrived', () => {
  const some = noteArrived(requested, [3]);
  const more = some && noteArrived(some, [1, 3]);

  expect(more?.progress).toEqual({ status: 'awaiting_upload', arrived: [1, 3] });
  expect(more && noteArrived(more, [1])).toBeUndefined();
});

it('names what several files hold by all of them and their order', () => {
  const names = [['a', 'b'], ['b', 'a'], ['ab', ''], ['a', 'b', 'c'], ['a']].map(contentOf);

  expect(new Set(names).size).toBe(5);
  expect(contentOf(['a'])).toBe('a');
});
