import { httpEvent, lambdaContext, recordingEdge } from '@bulkhead/testing';

import { InMemoryLists } from '../testing/in-memory-people.ts';
import { brandList } from './brand-list.ts';

const list = { listId: 'lst_1', name: 'Letters', createdAt: '2026-11-22T10:00:00.000Z' };
const brand = { name: 'Shop', colour: '#0b3d91' };

const setUp = () => {
  const lists = new InMemoryLists(list);
  const handler = brandList(lists, recordingEdge());
  const put = (body: unknown, listId = 'lst_1') =>
    handler(httpEvent({ route: 'PUT /api/audience/lists/{listId}/brand', path: { listId }, body }), lambdaContext);
  return { lists, put };
};

it('gives pages a look, and takes it away', async () => {
  const { lists, put } = setUp();

  expect((await put({ brand })).statusCode).toBe(200);
  expect(await lists.find('lst_1')).toMatchObject({ brand });
  expect((await put({ brand: null })).statusCode).toBe(200);
  expect((await lists.find('lst_1'))?.brand).toBeUndefined();
});

it.each([
  [{}],
  [{ brand: { name: '' } }],
  [{ brand: { name: 'a\r\nb' } }],
  [{ brand: { name: 'Shop', colour: 'red' } }],
  [{ brand: { name: 'Shop', colour: '#fff}body{display:none' } }],
])('refuses %j', async (body) => {
  const { lists, put } = setUp();

  expect((await put(body)).statusCode).toBe(400);
  expect(await lists.find('lst_1')).toEqual(list);
});

it('knows no list that there is not', async () => {
  expect((await setUp().put({ brand }, 'lst_9')).statusCode).toBe(404);
});
