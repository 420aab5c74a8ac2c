import { DynamoLists } from '../../src/adapters/dynamo-lists.ts';
import { startTable } from './test-table.ts';

const { table, stop } = await startTable();
const lists = new DynamoLists(table);
const list = { listId: 'lst_1', name: 'Letters', createdAt: '2026-11-22T10:00:00.000Z' };
const brand = { name: 'Shop', colour: '#0b3d91' };

afterAll(stop);

it('keeps how the pages of a list look, and makes no list by it', async () => {
  await lists.add(list, 10);

  expect(await lists.setBrand('lst_1', brand)).toBe(true);
  expect(await lists.find('lst_1')).toEqual({ ...list, brand });
  expect(await lists.setBrand('lst_1', undefined)).toBe(true);
  expect([await lists.setBrand('lst_9', brand), await lists.find('lst_9')]).toEqual([false, undefined]);
  expect((await lists.page({ limit: 10 })).items).toEqual([list]);
});

it('keeps no more lists than there is room for', async () => {
  const [second, third] = ['lst_2', 'lst_3'].map((listId) => ({ ...list, listId }));

  const added = [await lists.add({ ...list, ...second }, 2), await lists.add({ ...list, ...third }, 2)];

  expect(added).toEqual([true, false]);
  expect((await lists.page({ limit: 10 })).items.map(({ listId }) => listId)).toEqual(['lst_2', 'lst_1']);
});
