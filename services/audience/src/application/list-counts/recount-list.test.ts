import { InMemoryLists } from '../../testing/in-memory-people.ts';
import { SettableCounts } from '../../testing/list-counts.ts';
import { makeRecountList } from './recount-list.ts';

const list = { listId: 'lst_1', name: 'Letters', createdAt: '2026-11-01T00:00:00.000Z' };
const nobody = { members: 0, unsubscribed: 0 };

/** A list of seven members, two of whom have left. */
const setUp = (counts: SettableCounts, whileCounting: () => void = () => {}) => {
  const count = async () => {
    whileCounting();
    return 7;
  };
  return makeRecountList({
    lists: new InMemoryLists(list),
    counts,
    members: { count },
    consents: { countSuppressed: async () => 2 },
    settle: async () => {},
  });
};

it('mends counters that say something else than the list', async () => {
  const counts = new SettableCounts({ members: 9, unsubscribed: 1 });

  const recount = await setUp(counts)('lst_1');

  expect(recount).toEqual({
    ok: true,
    value: { ...list, members: 7, unsubscribed: 2, corrected: { members: -2, unsubscribed: 1 } },
  });
  expect(await counts.of()).toMatchObject({ members: 7, unsubscribed: 2 });
});

it('changes nothing where the counters are right', async () => {
  const counts = new SettableCounts({ members: 7, unsubscribed: 2 });

  const recount = await setUp(counts)('lst_1');

  expect(recount).toMatchObject({ ok: true, value: { corrected: nobody } });
  expect(await counts.of()).toMatchObject({ mark: '0', corrections: 0 });
});

it('counts again when somebody has written meanwhile', async () => {
  const counts = new SettableCounts({ members: 6, unsubscribed: 2 });
  let writes = 1;
  const recount = setUp(counts, () => {
    if (writes > 0) counts.change({ members: 1, unsubscribed: 0 });
    writes -= 1;
  });

  expect(await recount('lst_1')).toMatchObject({ ok: true, value: { members: 7, corrected: nobody } });
});

it('believes nothing of what it reads while others go on writing', async () => {
  const counts = new SettableCounts({ members: 100, unsubscribed: 2 });
  const recount = setUp(counts, () => counts.change({ members: 1, unsubscribed: 0 }));

  expect(await recount('lst_1')).toEqual({ ok: false, problem: { kind: 'list_in_use' } });
  expect(await counts.of()).toMatchObject({ corrections: 0 });
});

it('mends once what two count at the same time', async () => {
  const counts = new SettableCounts({ members: 5, unsubscribed: 2 });
  const recount = setUp(counts);

  await Promise.all([recount('lst_1'), recount('lst_1')]);

  expect(await counts.of()).toMatchObject({ members: 7, unsubscribed: 2, corrections: 1 });
});

it('counts no list that does not exist', async () => {
  const recount = setUp(new SettableCounts(nobody));

  expect(await recount('lst_9')).toEqual({ ok: false, problem: { kind: 'list_not_found' } });
});
