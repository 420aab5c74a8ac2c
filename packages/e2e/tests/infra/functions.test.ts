import { services } from '@bulkhead/contracts';

import { all, listOf, logicalIdIn, refersTo, resources, sibling, statementsOf } from './templates.ts';

const functions = all('AWS::Lambda::Function');
const roles = all('AWS::IAM::Role');
const routes = all('AWS::ApiGatewayV2::Route');

/** Actions for which AWS offers no resource narrower than `*`. */
const withoutResources = [
  'ses:GetSendQuota',
  'ses:GetAccountSendingEnabled',
  'ses:GetIdentityDkimAttributes',
  'ses:GetIdentityVerificationAttributes',
];
/** Answered to anybody: the links in mails, forms on websites, and where tokens come from. */
const publicRoutes = [
  '/api/audience/unsubscribe/{token}',
  '/api/audience/preferences/{token}',
  '/api/audience/confirmations/{token}',
  '/api/audience/forms/{formId}/submissions',
  '/api/console/tokens',
  '/api/console/.well-known/openid-configuration',
  '/api/console/.well-known/jwks.json',
];

const allowed = resources
  .filter(({ type }) => type === 'AWS::IAM::Role' || type === 'AWS::IAM::Policy')
  .flatMap(({ title, properties }) =>
    [
      properties['PolicyDocument'],
      ...listOf(properties['Policies']).map((policy) => JSON.parse(JSON.stringify(policy ?? {})).PolicyDocument),
    ]
      .flatMap(statementsOf)
      .filter((statement) => statement['Effect'] === 'Allow')
      .map((statement) => ({ title, statement })),
  );

describe.each(functions)('function $title', (lambda) => {
  it('runs on the newest runtime, on arm64', () => {
    expect([lambda.properties['Runtime'], lambda.properties['Architectures']]).toEqual(['nodejs24.x', ['arm64']]);
  });

  it('has a role that no other function has', () => {
    const role = logicalIdIn(lambda.properties['Role']);
    const sharing = functions.filter(
      (other) =>
        other.service === lambda.service &&
        other.stack === lambda.stack &&
        logicalIdIn(other.properties['Role']) === role,
    );

    expect(sharing).toHaveLength(1);
  });

  it('keeps its log for a limited time', () => {
    const group = sibling(lambda, lambda.logicalId.replace(/LambdaFunction$/, 'LogGroup'));

    expect(Number(group?.properties['RetentionInDays'])).toBeGreaterThan(0);
  });
});

it('allows no action by wildcard', () => {
  const wild = allowed.filter(({ statement }) =>
    listOf(statement['Action']).some((action) => String(action).includes('*')),
  );

  expect(wild.map(({ title, statement }) => `${title}: ${String(statement['Action'])}`)).toEqual([]);
});

it('allows every resource only where AWS offers nothing narrower', () => {
  const wild = allowed
    .filter(({ statement }) => listOf(statement['Resource']).includes('*'))
    .filter(
      ({ statement }) => !listOf(statement['Action']).every((action) => withoutResources.includes(String(action))),
    );

  expect(wild.map(({ title, statement }) => `${title}: ${String(statement['Action'])}`)).toEqual([]);
});

it('lets no Lambda invoke a Lambda: only the state machine and the services of AWS do', () => {
  const invoking = roles
    .filter(({ properties }) => refersTo(properties['AssumeRolePolicyDocument'], 'lambda.amazonaws.com'))
    .filter(({ properties }) => JSON.stringify(properties['Policies'] ?? null).includes('lambda:InvokeFunction'));

  expect(invoking.map(({ title }) => title)).toEqual([]);
});

describe.each(routes.map((route) => ({ ...route, key: String(route.properties['RouteKey']) })))(
  'route $key',
  ({ service, key, properties }) => {
    it('keeps the path under the name of its service', () => {
      expect(key.split(' ')[1]).toMatch(new RegExp(`^/api/${service}/`));
    });

    it('asks for a verified token, or is public on purpose', () => {
      const isPublic = publicRoutes.includes(key.split(' ')[1] ?? '');

      expect(properties['AuthorizationType'] ?? 'NONE').toBe(isPublic ? 'NONE' : 'JWT');
    });
  },
);

it('has routes in every service', () => {
  expect(new Set(routes.map(({ service }) => service))).toEqual(new Set(services));
});

it.each([...new Set(resources.map(({ service }) => service))])(
  'leaves the code stack of %s room to grow: CloudFormation takes 500 resources',
  (service) => {
    const own = resources.filter((resource) => resource.service === service && resource.stack === 'code');

    expect(own.length).toBeLessThan(440);
  },
);
