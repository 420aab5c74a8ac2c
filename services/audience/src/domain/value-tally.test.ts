import { ValueTally } from './value-tally.ts';

it('counts those as without a value who have no such field, though every object has something of that name', () => {
  const tally = new ValueTally({ fields: ['constructor', 'name'], zoneField: '__proto__' });

  tally.add({ name: 'Ada' });

  expect(tally.sum(1)).toEqual({ missing: { constructor: 1, name: 0 }, timeZones: { zones: [], unknown: 1 } });
});
