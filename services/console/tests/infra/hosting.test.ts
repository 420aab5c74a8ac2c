import { runInNewContext } from 'node:vm';

import { webPolicy } from '@bulkhead/local-cloud/web-policy';
import { at, packagedTemplate } from '@bulkhead/testing';
import * as z from 'zod/mini';

const code = await packagedTemplate(new URL('../../', import.meta.url));
const stateful = await packagedTemplate(new URL('../../stateful/', import.meta.url));
const tokens = await packagedTemplate(new URL('../../tokens/', import.meta.url));
const distribution = code.find('Distribution')?.properties;

/** The code of the distribution's function, as CloudFront would run it in a stage with a user pool of its own. */
const visit = (uri: string): unknown => {
  const source = z
    .parse(z.string(), at(code.find('Pages')?.properties, 'FunctionCode', 'Fn::Sub', 0))
    .replaceAll('${AWS::Region}', 'eu-west-1')
    .replaceAll('${SignOut}', 'https://sign-in.test/logout')
    .replaceAll('{{resolve:ssm:/bulkhead/dev/issuer}}', 'https://issuer.test/pool')
    .replaceAll('{{resolve:ssm:/bulkhead/dev/client-id}}', 'client');
  const event = { request: { uri, headers: { host: { value: 'console.test' } } } };

  return runInNewContext(`${source}\n handler(event)`, { event });
};

describe('the distribution', () => {
  it.each(['/', '/campaigns/cmp_1', '/signed-in'])('answers %s with the one page of the app', (uri) => {
    expect(visit(uri)).toMatchObject({ uri: '/index.html' });
  });

  it.each(['/assets/index-1.js', '/bulkhead.svg'])('answers %s with that file', (uri) => {
    expect(visit(uri)).toMatchObject({ uri });
  });

  it('tells the app where it runs, and nobody keeps that', () => {
    const answer = z.parse(z.looseObject({ body: z.object({ data: z.string() }) }), visit('/config.json'));

    expect(answer).toMatchObject({ statusCode: 200, headers: { 'cache-control': { value: 'no-store' } } });
    expect(JSON.parse(answer.body.data)).toEqual({
      issuer: 'https://issuer.test/pool',
      clientId: 'client',
      scope: 'openid profile',
      stage: 'dev',
      region: 'eu-west-1',
      signOutUrl: 'https://sign-in.test/logout?client_id=client&logout_uri=https%3A%2F%2Fconsole.test%2Fsigned-out',
    });
  });

  it.each(['campaigns', 'audience', 'dispatch', 'feedback', 'console'])(
    'leads /api/%s/… to its API, and keeps nothing',
    (service) => {
      const behaviours = z.parse(
        z.array(z.looseObject({ PathPattern: z.string() })),
        at(distribution, 'DistributionConfig', 'CacheBehaviors'),
      );

      expect(behaviours.find(({ PathPattern }) => PathPattern === `/api/${service}/*`)).toMatchObject({
        TargetOriginId: service,
        ViewerProtocolPolicy: 'https-only',
        CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
      });
    },
  );

  it('keeps no errors, which it would by the path alone: what one person was answered is no answer to another', () => {
    const kept = z.parse(
      z.array(z.object({ ErrorCode: z.number(), ErrorCachingMinTTL: z.literal(0) })),
      at(distribution, 'DistributionConfig', 'CustomErrorResponses'),
    );

    const all = [400, 403, 404, 405, 414, 500, 501, 502, 503, 504];
    expect(kept.map(({ ErrorCode }) => ErrorCode)).toEqual(all);
  });

  it('shows its key to the API that counts visitors, and to no other', () => {
    const origins = z.parse(
      z.array(z.looseObject({ Id: z.string(), OriginCustomHeaders: z.optional(z.unknown()) })),
      at(distribution, 'DistributionConfig', 'Origins'),
    );

    const shown = origins.filter(({ OriginCustomHeaders }) => OriginCustomHeaders !== undefined);
    expect(shown).toMatchObject([
      {
        Id: 'audience',
        OriginCustomHeaders: [
          { HeaderName: 'x-bulkhead-edge', HeaderValue: expect.stringMatching(/^\{\{resolve:ssm:.*\/edge-key\}\}$/) },
        ],
      },
    ]);
  });

  it('reads its buckets as itself, so that nobody else need be allowed to', () => {
    const origins = z.parse(
      z.array(z.looseObject({ Id: z.string(), OriginAccessControlId: z.optional(z.unknown()) })),
      at(distribution, 'DistributionConfig', 'Origins'),
    );

    const signed = origins.filter(({ OriginAccessControlId }) => OriginAccessControlId !== undefined);
    expect(signed.map(({ Id }) => Id)).toEqual(['web', 'images']);
  });
});

describe('the policy of the app', () => {
  const directives = z.parse(
    z.array(z.unknown()),
    at(
      code.find('WebHeaders')?.properties,
      'ResponseHeadersPolicyConfig',
      'SecurityHeadersConfig',
      'ContentSecurityPolicy',
      'ContentSecurityPolicy',
      'Fn::Join',
      1,
    ),
  );
  const words = directives.filter((directive) => typeof directive === 'string');

  it('lets scripts come from its own address only', () => {
    expect(words).toContain("default-src 'none'");
    expect(words).toContain("script-src 'self'");
    expect(words.filter((directive) => /unsafe-eval|script-src.*unsafe/.test(directive))).toEqual([]);
  });

  it('is that of a laptop but for the addresses that the app may ask', () => {
    const local = webPolicy({ connect: [], images: 'https:' }).split('; ');
    expect(words).toEqual(local.filter((directive) => !directive.startsWith('connect-src')));
  });
});

describe('whose tokens are believed', () => {
  it('is said once, by the stack where tokens come from, and every API looks it up by name', () => {
    expect(code.find('HttpApiAuthorizerPeople')?.properties['JwtConfiguration']).toEqual({
      Issuer: '{{resolve:ssm:/bulkhead/dev/token-issuer}}',
      Audience: ['bulkhead'],
    });
    expect(tokens.find('TokenIssuer')?.properties).toMatchObject({
      Name: '/bulkhead/dev/token-issuer',
      Value: { 'Fn::Sub': '${HttpApi.ApiEndpoint}/api/console' },
    });
    expect(stateful.ofType('AWS::SSM::Parameter').map(({ properties }) => properties['Name'])).toEqual([
      '/bulkhead/dev/issuer',
      '/bulkhead/dev/client-id',
      '/bulkhead/dev/edge-key',
    ]);
  });

  it('asks nobody for a token where tokens come from: API Gateway would ask that stack before it is there', () => {
    expect(tokens.ofType('AWS::ApiGatewayV2::Authorizer')).toEqual([]);
    expect(code.ofType('AWS::ApiGatewayV2::Authorizer')).toHaveLength(1);
  });

  it.each(['/api/console/tokens', '/api/console/.well-known/*'])(
    'leads %s there, before the rest of console',
    (path) => {
      const behaviours = z.parse(
        z.array(z.looseObject({ PathPattern: z.string(), TargetOriginId: z.string() })),
        at(distribution, 'DistributionConfig', 'CacheBehaviors'),
      );
      const paths = behaviours.map(({ PathPattern }) => PathPattern);

      expect(behaviours[paths.indexOf(path)]).toMatchObject({ TargetOriginId: 'tokens' });
      expect(paths.indexOf(path)).toBeLessThan(paths.indexOf('/api/console/*'));
    },
  );

  it('lets whoever manages keys not read what tokens are signed with', () => {
    const conditions = ['ListKeys', 'MakeKey', 'RevokeKey'].map((name) =>
      JSON.stringify(code.find(`${name}IamRoleLambdaExecution`)?.properties),
    );

    expect(conditions.filter((text) => text.includes('signing-keys') || !text.includes('["api-keys"]'))).toEqual([]);
  });

  it('has a group for each role, the strongest first', () => {
    const groups = stateful
      .ofType('AWS::Cognito::UserPoolGroup')
      .toSorted((a, b) => Number(a.properties['Precedence']) - Number(b.properties['Precedence']));

    expect(groups.map(({ properties }) => properties['GroupName'])).toEqual([
      'administrator',
      'sender',
      'author',
      'viewer',
    ]);
  });

  it('says anew who somebody is every quarter of an hour, so that a role that was taken away is soon felt', () => {
    expect(stateful.find('Browser')?.properties).toMatchObject({
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes' },
      AccessTokenValidity: 15,
      IdTokenValidity: 15,
    });
  });

  it('lets nobody sign up', () => {
    expect(stateful.find('People')?.properties['AdminCreateUserConfig']).toEqual({ AllowAdminCreateUserOnly: true });
  });

  it('keeps its people when the stack is deleted', () => {
    expect(stateful.find('People')?.deletionPolicy).toBe('Retain');
  });
});
