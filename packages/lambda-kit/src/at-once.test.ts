import { atOnce } from './at-once.ts';

/** Work that is over only when it is told so. */
const setUp = () => {
  const under: { readonly thing: string; readonly end: () => void }[] = [];
  const begun: string[] = [];
  const work = (thing: string) =>
    new Promise<string>((resolve) => {
      begun.push(thing);
      under.push({ thing, end: () => resolve(thing.toUpperCase()) });
    });
  const end = async (thing: string) => {
    under.find((each) => each.thing === thing)?.end();
    await new Promise(setImmediate);
  };
  return { begun, end, work };
};

it('works on so many things at a time, and begins another one when one is done', async () => {
  const { begun, end, work } = setUp();
  void atOnce(2, ['a', 'b', 'c', 'd'], work);
  const atFirst = [...begun];

  await end('b');

  expect([atFirst, begun]).toEqual([
    ['a', 'b'],
    ['a', 'b', 'c'],
  ]);
});

it('answers in the order of the things, whichever is done first', async () => {
  const { end, work } = setUp();
  const working = atOnce(2, ['a', 'b', 'c'], work);

  for (const thing of ['b', 'c', 'a']) await end(thing);

  expect(await working).toEqual(['A', 'B', 'C']);
});

it('has nothing to do for no things', async () => {
  expect(await atOnce(2, [], () => Promise.reject(new Error('none was wanted')))).toEqual([]);
});

it('fails with the first failure', async () => {
  const working = atOnce(2, ['a', 'b'], (thing) => Promise.reject(new Error(thing)));

  await expect(working).rejects.toThrow('a');
});
