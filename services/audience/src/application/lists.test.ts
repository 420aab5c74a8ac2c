import { MOST_LISTS } from '../domain/list.ts';
import { InMemoryColumns } from '../testing/in-memory-columns.ts';
import { InMemoryLists } from '../testing/in-memory-people.ts';
import { clockAt, countingIds } from '../testing/in-memory-platform.ts';
import { makeCreateList, makeGetList } from './lists.ts';

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

it('makes no more lists than a contact has room for', async () => {
  const others = Array.from({ length: MOST_LISTS - 1 }, (_, n) => ({ ...list, listId: `lst_of_others_${n}` }));
  const lists = new InMemoryLists(...others);
  const createList = makeCreateList({ lists, ids: countingIds(), clock: clockAt(list.createdAt) });

  const created = [await createList('The last'), await createList('One more')];

  expect(created.map(({ ok }) => ok)).toEqual([true, false]);
});
