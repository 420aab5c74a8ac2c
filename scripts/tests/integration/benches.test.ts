import type { Bench } from '../../bench/benches.ts';
import { figuresOf, gapsIn } from './run-script.ts';

/** Each at its smallest. The console's is started by a test of the console in a browser. */
const smallest: Readonly<Record<Exclude<Bench, 'console'>, readonly string[]>> = {
  dispatch: ['--recipients 1 --rounds 2'],
  rate: ['--senders 1 --seconds 1'],
  snapshot: ['--contacts 100', '--contacts 100 --segment'],
  feedback: ['--recipients 100'],
  import: ['--rows 2000'],
};
const runs = Object.entries(smallest).flatMap(([bench, each]) => each.map((words) => `${bench} ${words}`));
const PATIENCE_MS = 180_000;

it.each(runs)(
  'comes to the end of `pnpm bench %s` with a number for every figure',
  async (words) => {
    const figures = await figuresOf('bench.ts', words);

    expect(figures).not.toEqual({});
    expect(gapsIn(figures)).toEqual([]);
  },
  PATIENCE_MS,
);
