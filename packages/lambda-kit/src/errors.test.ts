import { PermanentError, RetryableError } from './errors.ts';

describe.each([
  { Failure: RetryableError, name: 'RetryableError' },
  { Failure: PermanentError, name: 'PermanentError' },
])('$name', ({ Failure, name }) => {
  it('has a name that survives minification, a code and a cause', () => {
    const cause = new Error('socket hang up');

    const error = new Failure({ code: 'lost', message: 'Try again', details: { runId: 'run_1' }, cause });

    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name, code: 'lost', message: 'Try again', details: { runId: 'run_1' }, cause });
    expect(Object.hasOwn(error, 'name')).toBe(true);
  });

  it('has empty details unless told', () => {
    expect(new Failure({ code: 'lost', message: 'Try again' }).details).toEqual({});
  });
});
