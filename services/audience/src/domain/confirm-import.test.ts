import { confirmImport, isUnderWay } from './confirm-import.ts';
import type { Import, Progress } from './import.ts';

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

const waiting: Import = {
  importId: 'imp_1',
  listId: 'lst_1',
  fileName: 'people.csv',
  columns: { address: 'Mail' },
  format: { encoding: 'cp949' },
  requestedAt: '2026-11-21T10:00:00.000Z',
  correlationId: 'request-1',
  replays: 0,
  start: 'when_confirmed',
  content: { etag: 'etag', edition: 0 },
  progress: { status: 'uploaded', attempt: 'etag-0' },
  revision: 1,
};

it("is under way from somebody's word on, and that holds for what was there then", () => {
  const confirmed = confirmImport(waiting, {});

  expect(isUnderWay(waiting)).toBe(false);
  expect(confirmed && isUnderWay(confirmed)).toBe(true);
  expect(confirmed && isUnderWay({ ...confirmed, content: { etag: 'another', edition: 1 } })).toBe(false);
});

it('changes what is said with the word, and nothing else', () => {
  const confirmed = confirmImport(waiting, { columns: { address: 'Post' }, format: { delimiter: ';' } });

  expect(confirmed).toEqual({
    ...waiting,
    columns: { address: 'Post' },
    format: { encoding: 'cp949', delimiter: ';' },
    confirmed: 'etag',
  });
});

it('asks nobody whose import does not wait', () => {
  expect(confirmImport({ ...waiting, progress: { status: 'parsing', attempt: 'etag-0' } }, {})).toBeUndefined();
});
