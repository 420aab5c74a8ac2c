import { asOnAws } from './http-event.ts';

const request = {
  version: '2.0',
  routeKey: 'GET /api/lab',
  body: null,
  cookies: [],
  headers: { host: 'lab' },
  isBase64Encoded: false,
  pathParameters: null,
  queryStringParameters: null,
  stageVariables: null,
  requestContext: {
    authorizer: { lambda: {}, jwt: { claims: undefined, scopes: undefined } },
    http: { method: 'GET' },
    requestId: 'offlineContext_resourceId',
  },
};

const withAuthorizer = (jwt: object) => ({
  ...request,
  requestContext: { ...request.requestContext, authorizer: { lambda: {}, jwt } },
});

describe('asOnAws', () => {
  it('has the origin of a page under its own name, as the gateway tells it', () => {
    const event = asOnAws({ ...request, headers: { host: 'lab', 'x-local-origin': 'https://www.example.com' } });

    expect(event).toMatchObject({ headers: { host: 'lab', origin: 'https://www.example.com' } });
  });

  it('leaves out what a request does not have, and gives it an id of its own', () => {
    const one = asOnAws(request);
    const other = asOnAws(request);

    expect(one).toEqual({
      version: '2.0',
      routeKey: 'GET /api/lab',
      cookies: [],
      headers: { host: 'lab' },
      isBase64Encoded: false,
      requestContext: { http: { method: 'GET' }, requestId: expect.stringMatching(/^[\da-f-]{36}$/) },
    });
    expect(one).not.toEqual(other);
  });

  it('writes the claims of a token as texts', () => {
    const claims = { sub: 'me', exp: 1_795_301_842, aud: ['a', 'b'], admin: true };

    expect(asOnAws(withAuthorizer({ claims, scopes: ['read'] }))).toMatchObject({
      requestContext: {
        authorizer: {
          jwt: { claims: { sub: 'me', exp: '1795301842', aud: '[a b]', admin: 'true' }, scopes: ['read'] },
        },
      },
    });
  });

  it.each([
    ['application/x-www-form-urlencoded', 'TGlzdD1BbGw=', true],
    ['multipart/form-data; boundary=x', 'TGlzdD1BbGw=', true],
    ['application/json', 'List=All', false],
    ['application/problem+json; charset=utf-8', 'List=All', false],
    ['text/csv', 'List=All', false],
  ])('hands over a body of type %s as API Gateway does', (type, body, isBase64Encoded) => {
    const event = { ...request, headers: { 'content-type': type }, body: 'List=All' };

    expect(asOnAws(event)).toMatchObject({ body, isBase64Encoded });
  });

  it.each([[null], ['text'], [{ Records: [] }], [{ version: '1.0', body: null }]])('leaves %j as it is', (event) => {
    expect(asOnAws(event)).toBe(event);
  });
});
