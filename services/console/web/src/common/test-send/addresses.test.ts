import { firstUnusable, recipientsFor } from './addresses.ts';

it('finds what is no address', () => {
  expect(firstUnusable(['a@example.com', 'ü@example.co.kr'])).toBeUndefined();
  expect(firstUnusable(['a@example.com', 'b@example'])).toBe('b@example');
  expect(firstUnusable(['a@example.com;b@example.com'])).toBe('a@example.com;b@example.com');
});

it('fills in the same for everybody, and leaves what is empty to the template', () => {
  expect(recipientsFor([' a@example.com', 'b@example.com'], { name: 'Ada', city: ' ' })).toEqual([
    { address: 'a@example.com', fields: { name: 'Ada' } },
    { address: 'b@example.com', fields: { name: 'Ada' } },
  ]);
});
