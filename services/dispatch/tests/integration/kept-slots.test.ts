import { DynamoKeptSlots } from '../../src/adapters/dynamo-kept-slots.ts';
import { startTables } from './test-table.ts';

const EVERY = 4_000;

const { db, create, stop } = await startTables();
let counter = 0;

afterAll(stop);

const newSlots = async () => {
  counter += 1;
  const table = `kept-${counter}`;
  await create(table);
  return new DynamoKeptSlots(db, table);
};

it('gives slots one after the other, up to ten seconds ahead, and none beyond', async () => {
  const slots = await newSlots();

  const given = [];
  for (let n = 0; n < 5; n += 1) given.push(await slots.reserve(EVERY, 1_000_000));

  expect(given).toEqual([1_000_000, 1_004_000, 1_008_000, undefined, undefined]);
  expect(await slots.reserve(EVERY, 1_003_000)).toBe(1_012_000);
});

it('begins anew after a while, and makes up for nothing', async () => {
  const slots = await newSlots();
  await slots.reserve(EVERY, 1_000_000);

  expect([await slots.reserve(EVERY, 9_000_000), await slots.reserve(EVERY, 9_000_000)]).toEqual([
    9_000_000, 9_004_000,
  ]);
});

it('gives nobody the slot of another', async () => {
  const slots = await newSlots();

  const given = await Promise.all(Array.from({ length: 20 }, () => slots.reserve(1_000, 1_000_000)));

  const taken = given.filter((slot) => slot !== undefined);
  expect(new Set(taken).size).toBe(taken.length);
  expect(taken.length).toBeLessThanOrEqual(11);
});
