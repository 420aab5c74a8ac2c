import { readFile } from 'node:fs/promises';

import { services } from '@bulkhead/contracts';
import { at } from '@bulkhead/testing';
import * as z from 'zod/mini';

import { all, listOf, logicalIdIn, type Resource, sibling, statementsOf } from './templates.ts';

const OpenApi = z.object({ paths: z.record(z.string(), z.record(z.string(), z.object({ 'x-role': z.string() }))) });

const documents = await Promise.all(
  services.map((service) => readFile(new URL(`../../../../services/${service}/openapi.json`, import.meta.url), 'utf8')),
);
const accessOf = new Map<string, string>(
  documents.flatMap((text) =>
    Object.entries(z.parse(OpenApi, JSON.parse(text)).paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(
        ([method, { 'x-role': role }]) => [`${method.toUpperCase()} ${path}`, role] as const,
      ),
    ),
  ),
);

const statementsFor = (lambda: Resource): readonly Readonly<Record<string, unknown>>[] => {
  const role = sibling(lambda, logicalIdIn(lambda.properties['Role']));
  return listOf(role?.properties['Policies']).flatMap((policy) =>
    statementsOf(JSON.parse(JSON.stringify(policy ?? {})).PolicyDocument),
  );
};

const mayTellOfDeeds = (lambda: Resource): boolean =>
  statementsFor(lambda).some(
    ({ Action, Resource: resource }) =>
      listOf(Action).includes('sqs:SendMessage') && /-console-audit"/.test(JSON.stringify(resource)),
  );

/** The function that answers a route. */
const functionOf = (route: Resource): Resource | undefined => {
  const integration = sibling(route, logicalIdIn(route.properties['Target']));
  return sibling(route, logicalIdIn(integration?.properties['IntegrationUri']));
};

const routes = all('AWS::ApiGatewayV2::Route').map((route) => {
  const key = String(route.properties['RouteKey']);
  const access = accessOf.get(key);
  const isDeed = !/^(?:GET|HEAD|OPTIONS) /.test(key) && access !== 'viewer' && access !== 'anyone';
  return { key, isDeed, lambda: functionOf(route) };
});
const telling = routes.filter(({ isDeed }) => isDeed);

it('finds the routes that change something, and those that do not', () => {
  expect(telling.length).toBeGreaterThan(30);
  expect(routes.length).toBeGreaterThan(telling.length);
  expect(routes.filter(({ lambda }) => lambda === undefined)).toEqual([]);
});

it.each(telling)('$key tells console who did it', ({ lambda }) => {
  expect(lambda && mayTellOfDeeds(lambda)).toBe(true);
  expect(JSON.stringify(lambda?.properties['Environment'])).toContain('"AUDIT_QUEUE_URL"');
});

it('lets nobody else add to the audit log', () => {
  const allowed = new Set(telling.map(({ lambda }) => lambda?.title));

  const others = all('AWS::Lambda::Function').filter((lambda) => !allowed.has(lambda.title) && mayTellOfDeeds(lambda));

  expect(others.map(({ title }) => title)).toEqual([]);
});

it('lets the audit log grow and never change', () => {
  const actions = all('AWS::Lambda::Function')
    .flatMap(statementsFor)
    .filter(({ Resource: resource }) => /table\/bulkhead-dev-console"/.test(JSON.stringify(resource)))
    .flatMap(({ Action }) => listOf(Action));

  expect(new Set(actions)).toEqual(new Set(['dynamodb:PutItem', 'dynamodb:Query']));
});

it('forbids everybody else in the account to change the audit log, too', () => {
  const [table] = all('AWS::DynamoDB::Table').filter(({ service }) => service === 'console');

  const [statement] = statementsOf(at(table?.properties, 'ResourcePolicy', 'PolicyDocument'));
  expect(statement).toMatchObject({
    Effect: 'Deny',
    Principal: '*',
    Action: expect.arrayContaining(['dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:BatchWriteItem']),
  });
});

it('lets nobody but the function recordDeed put a deed, which may take the place of another', () => {
  const [table] = all('AWS::DynamoDB::Table').filter(({ title }) => title === 'console Table');
  const [lambda] = all('AWS::Lambda::Function').filter(({ logicalId }) => logicalId === 'RecordDeedLambdaFunction');
  const role = lambda && sibling(lambda, logicalIdIn(lambda.properties['Role']));

  const [, statement] = statementsOf(at(table?.properties, 'ResourcePolicy', 'PolicyDocument'));

  expect(statement).toMatchObject({
    Effect: 'Deny',
    Principal: '*',
    Action: expect.arrayContaining(['dynamodb:PutItem']),
  });
  const allowed = JSON.stringify(at(statement, 'Condition', 'ArnNotEquals', 'aws:PrincipalArn'));
  const name = listOf(at(role?.properties['RoleName'], 'Fn::Join', 1)).map((part) =>
    typeof part === 'string' ? part : '${AWS::Region}',
  );
  expect(name).toContain('recordDeed');
  expect(allowed).toContain(`:role/${name.join('-')}"`);
});

it('wakes somebody up when a service could not tell of a deed', () => {
  const [alarm] = all('AWS::CloudWatch::Alarm').filter(({ logicalId }) => logicalId === 'DeedsNotRecordedAlarm');

  const watched = listOf(alarm?.properties['Metrics']).flatMap((metric) =>
    listOf(at(metric, 'MetricStat', 'Metric', 'Dimensions')).filter((dimension) => at(dimension, 'Name') === 'service'),
  );
  expect(new Set(watched.map((dimension) => at(dimension, 'Value')))).toEqual(
    new Set(telling.map(({ lambda }) => lambda?.service)),
  );
});
