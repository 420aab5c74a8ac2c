import type { Bench } from '../../bench/benches.ts';
import { figuresOf, PATIENCE_MS } from './run-script.ts';

/** Each at its smallest. What the console's does in a browser, a browser test of the console does too. */
const smallest: Readonly<Record<Exclude<Bench, 'console'>, readonly string[]>> = {
  dispatch: ['--recipients 1 --rounds 2'],
  rate: ['--senders 1 --seconds 1'],
  snapshot: ['--contacts 100', '--contacts 100 --segment'],
  feedback: ['--recipients 100'],
  import: ['--rows 2000'],
};
const runs = Object.entries(smallest).flatMap(([bench, each]) => each.map((words) => `${bench} ${words}`));

/** What stands where a number should: JSON says `null` of whatever could not be reckoned. */
const gapsIn = (figures: unknown): readonly unknown[] => {
  if (typeof figures !== 'object' || figures === null) return typeof figures === 'number' ? [] : [figures];
  return Object.values(figures).flatMap(gapsIn);
};

it.each(runs)(
  'comes to the end of `pnpm bench %s` with a number for every figure',
  async (words) => {
    const figures = await figuresOf('bench', words);

    expect(figures).not.toEqual({});
    expect(gapsIn(figures)).toEqual([]);
  },
  PATIENCE_MS,
);
