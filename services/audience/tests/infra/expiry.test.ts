import { at, packagedTemplate } from '@bulkhead/testing';

const audience = await packagedTemplate(new URL('../../stateful/', import.meta.url));
const dispatch = await packagedTemplate(new URL('../../../dispatch/stateful/', import.meta.url));
const campaigns = await packagedTemplate(new URL('../../../campaigns/stateful/', import.meta.url));

const rulesOf = (template: typeof audience): readonly unknown[] => {
  const rules = at(template.find('Bucket')?.properties, 'LifecycleConfiguration', 'Rules');
  return Array.isArray(rules) ? rules : [];
};

it.each([
  ['uploads/', audience, 90],
  ['imports/', audience, 60],
  ['exchange/', audience, 180],
  ['exchange/tests/', campaigns, 7],
])('objects that may name persons go by themselves: %s', (prefix, template, days) => {
  const rule = rulesOf(template).find((each) => at(each, 'Prefix') === prefix);

  expect(rule).toMatchObject({ Status: 'Enabled', ExpirationInDays: days });
});

it('old versions of them go too', () => {
  const expiring = rulesOf(audience).filter((rule) => at(rule, 'ExpirationInDays') !== undefined);
  const days = expiring.map((rule) => Number(at(rule, 'NoncurrentVersionExpiration', 'NoncurrentDays')));

  expect(days.length).toBeGreaterThanOrEqual(3);
  expect(Math.max(...days)).toBeLessThanOrEqual(30);
});

it.each([
  ['audience', audience],
  ['dispatch', dispatch],
])('%s lets items go that say when they are over', (_, template) => {
  const [table] = template.ofType('AWS::DynamoDB::Table');

  expect(table?.properties).toMatchObject({ TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true } });
});
