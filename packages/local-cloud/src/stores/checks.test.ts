import { holdIfNoneMatch, refuseExpired, refuseOtherSites, refuseUnsupported } from './checks.ts';

const request = (method: string, url: string, headers = {}) => ({ method, url, headers });

describe('the checks before S3', () => {
  it.each([
    { method: 'GET', url: '/b', headers: { host: 'evil.example:4501' } },
    { method: 'GET', url: '/b', headers: { host: 'localhost.evil.example' } },
    { method: 'GET', url: '/b', headers: {} },
    { method: 'POST', url: '/', headers: { host: '127.0.0.1:4501', origin: 'https://evil.example' } },
    { method: 'POST', url: '/?Action=Publish', headers: { host: '127.0.0.1:4501', origin: 'null' } },
    {
      method: 'POST',
      url: '/000000000000/letters',
      headers: { host: '127.0.0.1:4501', origin: 'https://evil.example' },
    },
    { method: 'GET', url: '/?Action=Publish', headers: { host: '127.0.0.1:4501', origin: 'https://evil.example' } },
  ])('keep pages of other sites away: $method $url $headers', (asked) => {
    expect(refuseOtherSites(asked)).toMatchObject({ status: 403, code: 'AccessDenied' });
  });

  it.each([
    { method: 'POST', url: '/', headers: { host: '127.0.0.1:4501' } },
    { method: 'POST', url: '/', headers: { host: 'localhost:4501', origin: 'http://localhost:5173' } },
    { method: 'PUT', url: '/b/k', headers: { host: '127.0.0.1:4501', origin: 'https://console.example.com' } },
    { method: 'GET', url: '/k', headers: { host: 'b.localhost:4501' } },
  ])('let programs, and uploads of any page, pass: $method $url $headers', (asked) => {
    expect(refuseOtherSites(asked)).toBeUndefined();
  });

  it.each(['/b/k?tagging', '/b/k?tagging=', '/b?notification=', '/b/?notification', '/b/k?acl'])(
    'refuse PUT %s',
    (url) => {
      expect(refuseUnsupported(request('PUT', url))).toMatchObject({ status: 501, code: 'NotImplemented' });
    },
  );

  it.each(['/b/k', '/b/tagging', '/b/k?partNumber=1&uploadId=u', '/b/k?x-id=PutObject'])('let PUT %s pass', (url) => {
    expect(refuseUnsupported(request('PUT', url))).toBeUndefined();
  });

  it('hold If-None-Match: * against an object that exists', () => {
    const check = holdIfNoneMatch((bucket, key) => bucket === 'b' && key === 'a/old file');
    const headers = { 'if-none-match': '*' };

    expect(check(request('PUT', '/b/a/old%20file', headers))).toMatchObject({ status: 412 });
    expect(check(request('PUT', '/b/a/new', headers))).toBeUndefined();
    expect(check(request('PUT', '/b/a/old%20file'))).toBeUndefined();
  });

  it('refuse a presigned URL after its time and not before', () => {
    const url = '/b/k?X-Amz-Date=20261121T100000Z&X-Amz-Expires=60';
    const at = (time: string) => refuseExpired(() => new Date(time))(request('GET', url));

    expect(at('2026-11-21T10:01:00Z')).toBeUndefined();
    expect(at('2026-11-21T10:01:01Z')).toMatchObject({ status: 403 });
  });
});
