import fc from 'fast-check';

import { flawOf, fromPlan, nobody, toPlan, without } from './audience-choice.ts';

const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 5 });

it('reads back what it has written', () => {
  fc.assert(
    fc.property(
      fc.record({
        lists: fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 }),
        exclude: ids,
        segments: ids,
        excludeSegments: ids,
      }),
      (choice) => {
        expect(fromPlan(toPlan(choice))).toEqual(choice);
      },
    ),
  );
});

it('takes a campaign that says nothing besides its list', () => {
  expect(fromPlan({ listId: 'lst_1' })).toEqual({ ...nobody, lists: ['lst_1'] });
});

it('tells what the services would refuse', () => {
  expect(flawOf(nobody)).toBe('lists_missing');
  expect(flawOf({ ...nobody, lists: ['a'], exclude: ['a'] })).toBe('list_twice');
  expect(flawOf({ ...nobody, lists: ['a'], segments: ['s'], excludeSegments: ['s'] })).toBe('segment_twice');
  expect(flawOf({ ...nobody, lists: ['a'], exclude: ['b'] })).toBeUndefined();
});

it('does not offer to leave out who is mailed', () => {
  expect(without([{ value: 'a' }, { value: 'b' }], ['a'])).toEqual([{ value: 'b' }]);
});
