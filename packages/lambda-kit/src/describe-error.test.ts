import { describeError } from './describe-error.ts';
import { RetryableError } from './errors.ts';

describe('describeError', () => {
  it.each([
    {
      error: new RetryableError({ code: 'busy', message: 'Later' }),
      words: { error: 'RetryableError', code: 'busy', reason: 'Later' },
    },
    {
      error: new TypeError('No row for <min@example.com>, sorry'),
      words: { error: 'TypeError', reason: 'No row for [address] sorry' },
    },
    { error: new Error('x'.repeat(1_000)), words: { error: 'Error', reason: 'x'.repeat(300) } },
    { error: 'a text', words: { error: 'unknown' } },
  ])('says $words', ({ error, words }) => {
    expect(describeError(error)).toEqual(words);
  });
});
