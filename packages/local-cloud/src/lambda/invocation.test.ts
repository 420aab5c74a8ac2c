import { answered, failed, timedOut } from './invocation.ts';

describe('an invocation', () => {
  it('gets the name of its error back from the trace', () => {
    const said = JSON.stringify({
      errorType: 'Error',
      errorMessage: 'later',
      trace: ['RetryableError: later', 'at x'],
    });

    const invocation = failed(said);

    expect(invocation).toMatchObject({ kind: 'failed', errorType: 'RetryableError', errorMessage: 'later' });
    expect(invocation).toMatchObject({ payload: expect.stringContaining('"errorType":"RetryableError"') });
  });

  it('keeps the type it was given where the trace tells nothing', () => {
    expect(failed('{"errorType":"Runtime.ExitError","errorMessage":"gone"}')).toMatchObject({
      errorType: 'Runtime.ExitError',
    });
  });

  it('fails with the text that came, if that is no JSON', () => {
    expect(failed('oops')).toMatchObject({ errorType: 'Error', errorMessage: 'oops' });
  });

  it('answers null for a handler that returned nothing', () => {
    expect(answered('')).toEqual({ kind: 'answered', payload: 'null' });
  });

  it('words a time-out as Lambda does', () => {
    expect(timedOut(20)).toMatchObject({ payload: expect.stringContaining('Task timed out after 20.00 seconds') });
  });
});
