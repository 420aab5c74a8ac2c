import { heard } from './heard.ts';

const read = ({ count }: { readonly count: number }) => count;

it('is what has been answered', () => {
  expect(heard({ data: { count: 5 }, error: null, isPlaceholderData: false }, read)).toBe(5);
});

it('is not known while only the answer to another plan is there', () => {
  expect(heard({ data: { count: 5 }, error: null, isPlaceholderData: true }, read)).toBeUndefined();
});

it('stays what it was where nobody answers any more, and has failed where nobody ever did', () => {
  const error = new Error('nobody there');

  expect(heard({ data: { count: 5 }, error, isPlaceholderData: false }, read)).toBe(5);
  expect(heard({ data: undefined, error, isPlaceholderData: false }, read)).toBe('failed');
  expect(heard({ data: undefined, error: null, isPlaceholderData: false }, read)).toBeUndefined();
});
