import { isSame, nameProblem, readFields, toSave } from './fields.ts';

it('takes an emptied field for one that is not there', () => {
  expect(isSame({ name: 'Ada', city: '' }, { name: 'Ada' })).toBe(true);
  expect(isSame({ name: 'Ada' }, { name: 'Bob' })).toBe(false);
  expect(isSame({ name: 'Ada' }, { name: 'Ada', city: 'Seoul' })).toBe(false);
  expect(toSave({ name: 'Ada', city: ' ' })).toEqual({ name: 'Ada' });
});

it('says why a field cannot be called so', () => {
  expect(nameProblem('도시', {})).toBeUndefined();
  expect(nameProblem('2026', {})).toBe('nameWrong');
  expect(nameProblem('my city', {})).toBe('nameWrong');
  expect(nameProblem('city', { city: '' })).toBe('nameTaken');
});

it('reads a draft that was kept, and nothing else', () => {
  expect(readFields({ name: 'Ada' })).toEqual({ name: 'Ada' });
  expect(readFields({ name: 1 })).toBeUndefined();
  expect(readFields(undefined)).toBeUndefined();
});
