import { mergeFieldsOf } from './merge-fields.ts';

it('are all that anybody has, while no list is chosen', () => {
  expect(mergeFieldsOf(['city', 'name'], undefined)).toEqual([{ name: 'city' }, { name: 'name' }]);
});

it('are those of a list that somebody on it has, the fullest first', () => {
  const values = { count: 12, missing: { city: 3, name: 0, plan: 12 } };

  expect(mergeFieldsOf(['city', 'name', 'plan'], values)).toEqual([
    { name: 'name', missing: 0, of: 12 },
    { name: 'city', missing: 3, of: 12 },
  ]);
});

it('are all of them for a list that nobody is on yet', () => {
  expect(mergeFieldsOf(['city'], { count: 0, missing: { city: 0 } })).toEqual([{ name: 'city' }]);
});
