import { at, packagedTemplate } from '@bulkhead/testing';

const code = await packagedTemplate(new URL('../../', import.meta.url));

/** What the role of a function may do with the table, statement by statement: the actions, and the partitions they are for. */
const onTable = (name: string) =>
  [at(code.find(`${name}IamRoleLambdaExecution`)?.properties, 'Policies', 0, 'PolicyDocument', 'Statement')]
    .flat()
    .filter((statement) => JSON.stringify(statement).includes('dynamodb:'))
    .map((statement) => ({
      actions: [at(statement, 'Action')].flat(),
      partitions: at(statement, 'Condition', 'ForAllValues:StringLike', 'dynamodb:LeadingKeys'),
    }));

it.each([
  ['AllowForm', [{ actions: ['dynamodb:GetItem'], partitions: ['forms'] }]],
  [
    'SubmitForm',
    [
      { actions: ['dynamodb:GetItem', 'dynamodb:Query'], partitions: ['attributes', 'forms', 'lists', 'signing-key'] },
      { actions: ['dynamodb:PutItem'], partitions: ['confirmation#*', 'signing-key'] },
      { actions: ['dynamodb:UpdateItem'], partitions: ['limit#*'] },
    ],
  ],
  ['ShowConfirmation', [{ actions: ['dynamodb:GetItem'], partitions: ['confirmation#*', 'lists', 'signing-key'] }]],
  ['ConfirmSubscription', [{ actions: ['dynamodb:GetItem'], partitions: ['confirmation#*', 'lists', 'signing-key'] }]],
])('%s, which anybody may call, can read no contact and write none', (name, allowed) => {
  expect(onTable(name)).toEqual(allowed);
});

it('lets a form count as many proxies as the operator says, and none if nothing is said', () => {
  const variables = at(code.find('SubmitFormLambdaFunction')?.properties, 'Environment', 'Variables');

  expect(at(variables, 'PROXIES')).toBe('0');
});

it('tells a form how it knows the console’s distribution, and nobody else', () => {
  const told = code
    .ofType('AWS::Lambda::Function')
    .filter(({ properties }) => at(properties, 'Environment', 'Variables', 'EDGE_KEY') !== undefined);

  expect(told.map(({ logicalId }) => logicalId)).toEqual(['AllowFormLambdaFunction', 'SubmitFormLambdaFunction']);
  expect(at(told[0]?.properties, 'Environment', 'Variables', 'EDGE_KEY')).toMatch(/^\{\{resolve:ssm:.*\/edge-key\}\}$/);
});
