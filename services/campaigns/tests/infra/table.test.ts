import { packagedTemplate } from '@bulkhead/testing';

import { shape } from '../integration/table-shape.ts';

const stateful = await packagedTemplate(new URL('../../stateful/', import.meta.url));
const stack = await packagedTemplate(new URL('../../', import.meta.url));

it('has the table and the index that the tests of the adapters are made with', () => {
  expect(stateful.find('CampaignsTable')?.properties).toMatchObject({ ...shape });
});

it('lets nobody but the list of campaigns ask the index, and that function nothing but read', () => {
  const asking = stack.all.filter(({ properties }) => JSON.stringify(properties).includes('/index/by-status'));
  const written = JSON.stringify(asking.map(({ properties }) => properties));

  expect(asking.map(({ type, logicalId }) => [type, /^ListCampaigns/i.test(logicalId)])).toEqual([
    ['AWS::IAM::Role', true],
  ]);
  expect(written).not.toMatch(/dynamodb:(?!Query"|BatchGetItem"|\$)/);
});
