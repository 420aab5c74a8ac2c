import { InMemoryColumns } from '../testing/in-memory-columns.ts';
import { InMemoryLists } from '../testing/in-memory-people.ts';
import { makeGetList } from './lists.ts';

const list = { listId: 'lst_1', name: 'Letters', createdAt: '2026-11-01T00:00:00.000Z' };
const counts = { of: async () => ({ members: 3, unsubscribed: 1, mark: '1', corrections: 0 }) };

it('tells how the columns of the last file into a list were understood', async () => {
  const remembered = new InMemoryColumns();
  const getList = makeGetList({ lists: new InMemoryLists(list), counts, remembered });
  const before = await getList('lst_1');
  await remembered.remember('lst_1', { address: 'Contact' }, '2026-11-22T10:00:00.000Z');

  const after = await getList('lst_1');

  const counted = { ...list, members: 3, unsubscribed: 1 };
  expect([before, after]).toEqual([
    { ok: true, value: counted },
    { ok: true, value: { ...counted, columns: { address: 'Contact' } } },
  ]);
});
