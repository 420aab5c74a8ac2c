import { httpEvent } from '@bulkhead/testing';

import { callerOf } from './caller.ts';

const ISSUER = 'https://issuer.example.com';

const askedWith = (claims: object, token?: object, more = '') => {
  const event = httpEvent({ route: 'GET /api/things', caller: null });
  const payload = Buffer.from(JSON.stringify(token ?? null)).toString('base64url');
  return callerOf({
    ...event,
    headers: token === undefined ? {} : { authorization: `Bearer e30.${payload}.signature${more}` },
    requestContext: Object.assign(event.requestContext, { authorizer: { jwt: { claims, scopes: null } } }),
  });
};

describe('callerOf', () => {
  it.each([
    { claims: { 'cognito:groups': '[author]' }, role: 'author' },
    { claims: { 'cognito:groups': ['viewer', 'sender'] }, role: 'sender' },
    { claims: { groups: 'administrator' }, role: 'administrator' },
    { claims: { groups: '[viewer]', 'cognito:groups': '[author]' }, role: 'author' },
    { claims: { scope: 'openid bulkhead/sender' }, role: 'sender' },
    { claims: { scp: '[openid bulkhead/viewer]' }, role: 'viewer' },
    { claims: { scp: ['bulkhead/author'] }, role: 'author' },
    { claims: {}, role: undefined },
    { claims: { groups: '[]' }, role: undefined },
    { claims: { groups: 7, scope: 7 }, role: undefined },
    { claims: { groups: '[administrators]' }, role: undefined },
    { claims: { groups: '[administrator,]' }, role: undefined },
    { claims: { groups: '[administrator ]' }, role: undefined },
    { claims: { groups: '[administrator\u00a0]' }, role: undefined },
    { claims: { scope: 'sender elsewhere/sender bulkhead/Sender' }, role: undefined },
    { claims: { roles: '[administrator]', role: 'administrator' }, role: undefined },
    { claims: { groups: '[viewer]', scope: 'bulkhead/administrator' }, role: 'viewer' },
  ])('reads the role $role from $claims', ({ claims, role }) => {
    expect(askedWith({ sub: 'ada', ...claims })).toEqual({ sub: 'ada', role });
  });

  it('asks the token itself whether two words are two groups or one', () => {
    const claims = { sub: 'ada', iss: ISSUER, groups: '[Office administrator]' };

    const two = askedWith(claims, { sub: 'ada', iss: ISSUER, groups: ['Office', 'administrator'] });
    const one = askedWith(claims, { sub: 'ada', iss: ISSUER, groups: ['Office administrator'] });

    expect(two?.role).toBe('administrator');
    expect(one?.role).toBeUndefined();
  });

  it.each([
    ['of somebody else', { sub: 'eve', iss: ISSUER, groups: ['viewer', 'sender'] }],
    ['of another issuer', { sub: 'ada', iss: 'https://elsewhere.example.com', groups: ['viewer', 'sender'] }],
    ['that is none', []],
    ['that is not there', undefined],
  ])('takes no role from two words and a token %s', (_, token) => {
    expect(askedWith({ sub: 'ada', iss: ISSUER, groups: '[viewer sender]' }, token)?.role).toBeUndefined();
  });

  it('takes no role from two tokens, of which only one was verified', () => {
    const claims = { sub: 'ada', iss: ISSUER, groups: '[Office viewer]' };
    const forged = { sub: 'ada', iss: ISSUER, groups: ['administrator'] };

    expect(askedWith(claims, { ...claims, groups: ['Office', 'viewer'] })?.role).toBe('viewer');
    expect(askedWith(claims, forged, ', Bearer e30.e30.signature')?.role).toBeUndefined();
  });

  it.each([
    { claims: { name: '김하늘', username: 'haneul' }, name: '김하늘' },
    { claims: { name: 'ada@example.com', username: 'ada' }, name: 'ada' },
    { claims: { username: 'ada@example.com' }, name: undefined },
    { claims: { client_id: 'nightly' }, name: 'nightly' },
    { claims: { name: ' \n ', username: 'ada' }, name: 'ada' },
    { claims: { name: ' Ada\u0000\n\u202eecalA\u2066 ' }, name: 'AdaecalA' },
  ])('calls whoever has $claims $name, and nobody by an address', ({ claims, name }) => {
    expect(askedWith({ sub: 'ada', ...claims })?.name).toBe(name);
  });

  it.each([{}, { sub: '' }, { sub: 7, groups: ['administrator'] }])('knows nobody by the claims %j', (claims) => {
    expect(askedWith(claims)).toBeUndefined();
  });

  it.each([
    ['audience', ['audience']],
    ['audience feedback', ['audience', 'feedback']],
    ['[audience feedback]', ['audience', 'feedback']],
    [['audience'], ['audience']],
    ['', []],
    [7, []],
  ])('reads from %j which services a token is for', (services, read) => {
    expect(askedWith({ sub: 'key:1', services })?.services).toEqual(read);
  });

  it('knows nobody where nothing was verified', () => {
    const headers = { authorization: 'Bearer e30.eyJzdWIiOiJldmUiLCJncm91cHMiOlsiYWRtaW5pc3RyYXRvciJdfQ.x' };

    expect(callerOf(httpEvent({ route: 'GET /api/things', caller: null, headers }))).toBeUndefined();
  });
});
