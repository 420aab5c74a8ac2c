import { callerOf } from './signature.ts';

const NOW = Date.parse('2026-11-21T10:00:00Z');
const authorization =
  'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261121/eu-west-1/ses/aws4_request, SignedHeaders=host, Signature=abc';

describe('callerOf', () => {
  it('names the key a request was signed with', () => {
    expect(callerOf({ authorization, 'x-amz-date': '20261121T095900Z' }, NOW)).toBe('AKIDEXAMPLE');
  });

  it.each([
    ['is unsigned', {}, 'MissingAuthenticationToken'],
    ['was signed too long ago', { authorization, 'x-amz-date': '20261121T095459Z' }, 'SignatureDoesNotMatch'],
    ['was signed in the future', { authorization, 'x-amz-date': '20261121T100501Z' }, 'SignatureDoesNotMatch'],
    ['has no date', { authorization }, 'SignatureDoesNotMatch'],
  ])('refuses what %s', (_, headers, code) => {
    expect(() => callerOf(headers, NOW)).toThrow(expect.objectContaining({ code, status: 403 }));
  });
});
