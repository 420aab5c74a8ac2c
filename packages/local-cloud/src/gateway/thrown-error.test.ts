import { thrownError } from './thrown-error.ts';

describe('thrownError', () => {
  it('recognises what serverless-offline makes of a handler that threw', () => {
    const body = JSON.stringify({ errorMessage: 'no', errorType: 'TypeError', stackTrace: ['TypeError: no', 'at x'] });

    expect(thrownError(body)).toBe('TypeError: no');
  });

  it.each(['', 'null', '[]', '{"errorMessage":"a field of ours"}', 'not json'])('takes %s for an answer', (body) => {
    expect(thrownError(body)).toBeUndefined();
  });
});
