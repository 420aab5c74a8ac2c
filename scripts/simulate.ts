import { exit as leave, stdout } from 'node:process';
import { parseArgs } from 'node:util';

import { runSeed, runSeeds } from './simulate/run-seeds.ts';
import { isClean } from './simulate/tally.ts';

const HELP = `Sends campaigns in a simulated world: the real senders on virtual time, and everything around them losing answers,
delivering twice, stalling and dying. Every seed is another world and always the same one.

  pnpm simulate --seeds 10000               the seeds from 0 on
  pnpm simulate --seeds 10000 --from 5000   the seeds from 5000 on
  pnpm simulate --seed 42                   one seed, and everything that happens in it

A seed that fails is printed with the shortest interleaving found that still fails.
Exit status 0 only if nobody was mailed twice, nobody was forgotten, SES was never asked faster than promised and every run came
to its end. The last line is one JSON object. docs/benchmarks.md says what is simulated.
`;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '0' },
    seed: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});

const wholeNumber = (name: string, text: string): number => {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  throw new Error(`--${name} must be a whole number, not "${text}".`);
};

const say = (text: string): void => {
  stdout.write(`${text}\n`);
};

const main = async (): Promise<number> => {
  const began = performance.now();
  const { seed, seeds, from } = values;
  const tally =
    seed === undefined
      ? await runSeeds({ from: wholeNumber('from', from), seeds: wholeNumber('seeds', seeds) }, say)
      : await runSeed(wholeNumber('seed', seed), say);
  const seconds = (performance.now() - began) / 1_000;

  say(`${(tally.seeds / seconds).toFixed(1)} seeds per second`);
  say(JSON.stringify(tally));
  return isClean(tally) ? 0 : 1;
};

if (values.help === true) {
  stdout.write(HELP);
} else {
  leave(await main());
}
