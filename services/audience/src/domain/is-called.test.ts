import { isCalled } from './is-called.ts';

it.each([
  ['Newsletter, spring', 'SPRING'],
  ['봄 소식', '소식'.normalize('NFD')],
  ['Café', 'cafe\u0301'],
  ['ＡＢＣ readers', 'abc '],
])('finds %j by %j', (name, wanted) => {
  expect(isCalled({ name }, wanted)).toBe(true);
});

it('finds nothing by what is not in its name', () => {
  expect(isCalled({ name: 'Newsletter' }, 'letters')).toBe(false);
});
