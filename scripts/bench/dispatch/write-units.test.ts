import { WriteUnits } from './write-units.ts';

it.each([
  ['a small item', { pk: 'x' }, 1],
  ['an item of exactly 1,024 bytes', { pk: 'x'.repeat(1_022) }, 1],
  ['an item of one byte more', { pk: 'x'.repeat(1_023) }, 2],
  ['letters of three bytes', { pk: '가'.repeat(400) }, 2],
  ['bytes', { ac: new Uint8Array(1_100) }, 2],
])('counts %s', (_, item, expected) => {
  const units = new WriteUnits();

  units.count(item);

  expect(units.units).toBe(expected);
});
