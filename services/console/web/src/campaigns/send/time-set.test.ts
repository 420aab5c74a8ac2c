import { timeSet } from './time-set.ts';

it('says that a time is not set yet, or not at all, and nothing where the page shows it', () => {
  expect(timeSet(undefined)).toBe('setting');
  expect(timeSet('draft')).toBe('overtaken');
  expect(timeSet('scheduled')).toBeUndefined();
  expect(timeSet('sending')).toBeUndefined();
});
