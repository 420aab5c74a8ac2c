import { answerOfError } from './ses-answers.ts';

const mail = { from: 'news@example.com', to: 'ada@example.org' };
const failure = (code: string): Error =>
  Object.assign(new Error(`connect ${code}`), { code, $metadata: { attempts: 1 } });

it.each([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'CERT_HAS_EXPIRED',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
])('hands nobody over without a connection: %s', (code) => {
  expect(answerOfError(failure(code), mail)).toEqual({ kind: 'unsent', reason: 'no_connection' });
});

it('hands nobody over when every address of a name failed to connect', () => {
  const error = new AggregateError([failure('ECONNREFUSED'), failure('ENETUNREACH')]);

  expect(answerOfError(error, mail)).toEqual({ kind: 'unsent', reason: 'no_connection' });
});

it.each([
  ['a reset connection', failure('ECONNRESET')],
  ['a broken pipe', failure('EPIPE')],
  ['a time-out', Object.assign(failure('ETIMEDOUT'), { name: 'TimeoutError' })],
  ['an abort', Object.assign(new Error('Request aborted'), { name: 'AbortError' })],
  ['one address that may have connected', new AggregateError([failure('ECONNREFUSED'), failure('ETIMEDOUT')])],
  ['an answer that cannot be read', Object.assign(new Error('Unexpected end'), { $metadata: { httpStatusCode: 200 } })],
  ['something that is no error', 'what?'],
])('doubts after %s', (_, error) => {
  expect(answerOfError(error, mail)).toMatchObject({ kind: 'unknown' });
});

it('waits while there are no credentials', () => {
  const error = Object.assign(new Error('Could not load credentials'), { name: 'CredentialsProviderError' });

  expect(answerOfError(error, mail)).toMatchObject({ kind: 'not_now' });
});
