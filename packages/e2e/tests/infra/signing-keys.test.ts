import { at } from '@bulkhead/testing';

import { all, listOf, logicalIdIn, type Resource, sibling, statementsOf } from './templates.ts';

const ACCESS_TABLE = /table\/bulkhead-dev-console-access"/;

const roleOf = (lambda: Resource): Resource | undefined => sibling(lambda, logicalIdIn(lambda.properties['Role']));

const usesAccessTable = (lambda: Resource): boolean =>
  ACCESS_TABLE.test(JSON.stringify(roleOf(lambda)?.properties['Policies'] ?? []));

/** The name that a role will have, as templates write it. */
const nameOf = (role: Resource | undefined): string =>
  listOf(at(role?.properties['RoleName'], 'Fn::Join', 1))
    .map((part) => (typeof part === 'string' ? part : '${AWS::Region}'))
    .join('-');

it('lets nobody in the account read what tokens are signed with but the functions that must', () => {
  const [table] = all('AWS::DynamoDB::Table').filter(({ properties }) =>
    String(properties['TableName']).endsWith('-console-access'),
  );
  const [statement] = statementsOf(at(table?.properties, 'ResourcePolicy', 'PolicyDocument'));

  expect(statement).toMatchObject({
    Effect: 'Deny',
    Principal: '*',
    Action: expect.arrayContaining(['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:Scan', 'dynamodb:PutItem']),
  });
  const allowed = listOf(at(statement, 'Condition', 'ArnNotLike', 'aws:PrincipalArn')).map(
    (arn) => /:role\/(.+)"\}$/.exec(JSON.stringify(arn))?.[1],
  );
  const roles = all('AWS::Lambda::Function')
    .filter(usesAccessTable)
    .map((lambda) => nameOf(roleOf(lambda)));
  expect(roles.length).toBeGreaterThan(0);
  expect(new Set(allowed)).toEqual(new Set(roles));
});

it('gives a flood of requests for tokens no more than a small part of the account', () => {
  const [stage] = all('AWS::ApiGatewayV2::Stage').filter(({ stack }) => stack === 'tokens');

  expect(at(stage?.properties, 'DefaultRouteSettings')).toEqual({ ThrottlingBurstLimit: 50, ThrottlingRateLimit: 20 });
});
