import { standingOf } from './standing.ts';

it.each([
  [0, 'good'],
  [0.029, 'good'],
  [0.03, 'watch'],
  [0.049, 'watch'],
  [0.05, 'bad'],
])('calls a share of %d of hard bounces %s', (rate, standing) => {
  expect(standingOf({ rate, review: 0.05 })).toBe(standing);
});
