import { harmfulParts } from './parts.ts';

const figures = { delivered: 0, hardBounced: 0, softBounced: 0, undetermined: 0, complained: 0, rejected: 0 };

it('names the parts with the largest share of harm first, and none without', () => {
  const parts = harmfulParts([
    { ...figures, name: 'good.example', delivered: 1_000 },
    { ...figures, name: 'large.example', delivered: 900, hardBounced: 100 },
    { ...figures, name: 'bad.example', delivered: 5, hardBounced: 4, complained: 1 },
  ]);

  expect(parts).toEqual([
    { name: 'bad.example', harm: 5, of: 9, share: 5 / 9 },
    { name: 'large.example', harm: 100, of: 1_000, share: 0.1 },
  ]);
});
