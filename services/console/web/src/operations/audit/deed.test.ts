import { operationOf, sinceOf } from './deed.ts';

it('says what was done to what, without the way there', () => {
  expect(operationOf('DELETE /api/audience/contacts/{contactId}')).toEqual({
    method: 'DELETE',
    path: 'contacts/{contactId}',
  });
  expect(operationOf('LOOK /elsewhere')).toEqual({ method: 'other', path: '/elsewhere' });
});

it('begins a day at midnight of the own clock', () => {
  expect(sinceOf('2026-11-22')).toBe(new Date(2026, 10, 22).toISOString());
  expect(sinceOf('')).toBeUndefined();
  expect(sinceOf('2026-99-99')).toBeUndefined();
});
