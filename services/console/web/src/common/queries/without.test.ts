import { without } from './without.ts';

const page = (...names: readonly string[]) => ({ items: names.map((name) => ({ name })), cursor: names.join('') });

it('takes what was deleted out of whichever page holds it', () => {
  const listed = { pages: [page('a', 'b'), page('c')], pageParams: ['', 'ab'] };

  expect(without(listed, ({ name }) => name === 'b')).toEqual({
    pages: [{ ...page('a'), cursor: 'ab' }, page('c')],
    pageParams: ['', 'ab'],
  });
});

it('leaves a list that nobody has looked at to be read', () => {
  expect(without<{ readonly name: string }, ReturnType<typeof page>, string>(undefined, () => true)).toBeUndefined();
});
