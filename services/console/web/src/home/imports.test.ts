import { importsForSomebody } from './imports.ts';

const NOW = new Date('2026-11-22T12:00:00Z');

type Status = 'failed' | 'uploaded' | 'finished' | 'parsing';

interface Brought {
  readonly listId: string;
  readonly requestedAt: string;
}

const imported = (importId: string, status: Status, brought: Brought) => ({ importId, status, ...brought });

const idsIn = (imports: readonly ReturnType<typeof imported>[]) =>
  importsForSomebody(imports, NOW).map(({ importId }) => importId);

describe('an import', () => {
  it('needs somebody when it has failed, or waits for them to say what its columns mean', () => {
    const ids = idsIn([
      imported('imp_4', 'failed', { listId: 'lst_a', requestedAt: '2026-11-22T11:59:00Z' }),
      imported('imp_3', 'uploaded', { listId: 'lst_b', requestedAt: '2026-11-22T11:00:00Z' }),
      imported('imp_2', 'parsing', { listId: 'lst_c', requestedAt: '2026-11-22T10:00:00Z' }),
      imported('imp_1', 'finished', { listId: 'lst_d', requestedAt: '2026-11-22T09:00:00Z' }),
    ]);

    expect(ids).toEqual(['imp_4', 'imp_3']);
  });

  it('needs nobody while whoever brought it is looking at it', () => {
    const ids = idsIn([imported('imp_1', 'uploaded', { listId: 'lst_a', requestedAt: '2026-11-22T11:55:00Z' })]);

    expect(ids).toEqual([]);
  });

  it('needs nobody any more once another has been brought into the same list', () => {
    const ids = idsIn([
      imported('imp_2', 'finished', { listId: 'lst_a', requestedAt: '2026-11-22T11:00:00Z' }),
      imported('imp_1', 'failed', { listId: 'lst_a', requestedAt: '2026-11-22T10:00:00Z' }),
    ]);

    expect(ids).toEqual([]);
  });

  it('is forgotten after a week', () => {
    const ids = idsIn([imported('imp_1', 'failed', { listId: 'lst_a', requestedAt: '2026-11-15T11:59:00Z' })]);

    expect(ids).toEqual([]);
  });
});
