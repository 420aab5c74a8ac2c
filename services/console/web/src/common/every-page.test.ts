import { everyPage } from './every-page.ts';

it('asks until there is no more', async () => {
  const asked: (string | undefined)[] = [];

  const items = await everyPage(async (cursor) => {
    asked.push(cursor);
    return cursor === undefined ? { items: [1, 2], cursor: 'next' } : { items: [3] };
  });

  expect(items).toEqual([1, 2, 3]);
  expect(asked).toEqual([undefined, 'next']);
});

it('goes on where a page has nothing and more may come', async () => {
  const items = await everyPage(async (cursor) =>
    cursor === undefined ? { items: [], cursor: 'next' } : { items: [1] },
  );

  expect(items).toEqual([1]);
});

it('stops somewhere', async () => {
  const items = await everyPage(async () => ({ items: [1], cursor: 'again' }));

  expect(items).toHaveLength(10);
});
