import { allTold, isGone } from './all-told.ts';
import { problemOf } from './problem.ts';

const found = { data: { name: 'Readers' }, error: null };
const failed = (status: number) => ({ data: undefined, error: problemOf(status, undefined) });

it('knows what is not there only from a service that says so', () => {
  expect(allTold([])).toBe(true);
  expect(allTold([found, failed(404)])).toBe(true);
  expect(allTold([found, failed(500)])).toBe(false);
  expect(allTold([failed(404), failed(0)])).toBe(false);
  expect(allTold([found, { data: undefined, error: null }])).toBe(false);
});

it('calls nothing gone that could only not be asked for', () => {
  expect(isGone(problemOf(404, undefined))).toBe(true);
  expect(isGone(problemOf(503, undefined))).toBe(false);
  expect(isGone(new Error('404'))).toBe(false);
  expect(isGone(null)).toBe(false);
});
