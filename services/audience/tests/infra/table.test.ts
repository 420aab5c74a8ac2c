import { packagedTemplate } from '@bulkhead/testing';

import { shape } from '../integration/table-shape.ts';

const stateful = await packagedTemplate(new URL('../../stateful/', import.meta.url));

it('has the table and the index that the tests of the adapters are made with', () => {
  expect(stateful.find('Table')?.properties).toMatchObject({ ...shape });
});
