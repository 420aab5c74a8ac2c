import { fieldError, isConflict, isUnanswered, problemOf } from './problem.ts';

it('reads the code, the sentence and the fields of what a service says', () => {
  const problem = problemOf(422, {
    type: 'urn:bulkhead:problem:address_unusable',
    title: 'Unprocessable',
    status: 422,
    detail: 'from.address: must be one address',
    errors: [{ field: 'from.address', rule: 'must be one address' }],
  });

  expect(problem).toMatchObject({
    status: 422,
    code: 'address_unusable',
    message: 'from.address: must be one address',
  });
  expect(fieldError(problem, 'from.address')).toBe('must be one address');
  expect(fieldError(problem, 'name')).toBeUndefined();
});

it('keeps the status of what nobody of ours has written', () => {
  expect(problemOf(502, '<html>Bad gateway</html>')).toMatchObject({ status: 502, code: 'unknown', message: '' });
});

it('knows a conflict by its status', () => {
  expect(isConflict(problemOf(412, {}))).toBe(true);
  expect(isConflict(new Error('412'))).toBe(false);
});

it('tells what was never answered from what was refused, also without words', () => {
  expect(isUnanswered(problemOf(0, undefined))).toBe(true);
  expect(isUnanswered(problemOf(502, undefined))).toBe(false);
  expect(isUnanswered(new TypeError('Failed to fetch'))).toBe(false);
});
