import { askedByBrowser, type CorsRule, corsHeaders } from './cors.ts';

const rule: CorsRule = {
  origins: ['https://*.example.com'],
  methods: ['PUT'],
  headers: ['content-type', 'x-amz-*'],
  exposed: ['ETag'],
  maxAgeSeconds: 300,
};
const put = { origin: 'https://mail.example.com', method: 'PUT', headers: [] };

describe('corsHeaders', () => {
  it('lets a browser through as the rule says', () => {
    expect(corsHeaders([rule], { ...put, headers: ['content-type', 'x-amz-acl'] })).toEqual({
      'access-control-allow-origin': 'https://mail.example.com',
      'access-control-allow-methods': 'PUT',
      'access-control-allow-headers': 'content-type, x-amz-acl',
      'access-control-expose-headers': 'ETag',
      'access-control-max-age': '300',
      vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
    });
  });

  it.each([
    ['another origin', { ...put, origin: 'https://example.org' }],
    ['another method', { ...put, method: 'GET' }],
    ['another header', { ...put, headers: ['authorization'] }],
  ])('does not let %s through', (_, asked) => {
    expect(corsHeaders([rule], asked)).toBeUndefined();
  });

  it.each([
    ['http://localhost:5173', '*'],
    ['http://127.0.0.1:4500', '*'],
    ['https://evil.example', undefined],
    ['null', undefined],
  ])('takes a rule for any page as one for pages of this machine: %s', (origin, allowed) => {
    const headers = corsHeaders([{ ...rule, origins: ['*'] }], { ...put, origin });

    expect(headers?.['access-control-allow-origin']).toBe(allowed);
  });

  it('lets nobody through without rules', () => {
    expect(corsHeaders([], put)).toBeUndefined();
  });

  it('asks for the method that the preflight announces', () => {
    const headers = {
      origin: 'https://a.example.com',
      'access-control-request-method': 'PUT',
      'access-control-request-headers': 'Content-Type, X-Amz-Acl',
    };

    expect(askedByBrowser('OPTIONS', headers)).toEqual({
      origin: 'https://a.example.com',
      method: 'PUT',
      headers: ['content-type', 'x-amz-acl'],
    });
  });
});
