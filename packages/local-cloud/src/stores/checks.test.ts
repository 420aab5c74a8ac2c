import { holdIfNoneMatch, refuseExpired, refuseUnsupported } from './checks.ts';

const request = (method: string, url: string, headers = {}) => ({ method, url, headers });

describe('the checks before S3', () => {
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
