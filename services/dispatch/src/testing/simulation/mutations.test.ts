import { mutations } from './mutations.ts';
import { simulate } from './simulate.ts';

/** Most mutants are found within a few dozen seeds; for the rare ones the search begins where one is known. */
const MOST_SEEDS = 400;

describe.each(mutations)('without $rule', ({ breaks, variant, adapt, from = 0 }) => {
  it(`the simulation sees it: ${breaks}`, async () => {
    let found: number | undefined;

    for (let seed = from; found === undefined && seed < from + MOST_SEEDS; seed += 1) {
      const { broken } = await simulate({ seed, adapt, variant: variant() });
      if (broken.some(({ promise }) => promise === breaks)) found = seed;
    }

    expect(found).toBeDefined();
  });
});

const adapted = mutations.filter(({ adapt }) => adapt !== undefined);

it.each(adapted)('with $rule, the worlds in which its lack shows keep every promise', async ({ adapt, from = 0 }) => {
  const failures: string[] = [];

  for (let seed = from; seed < from + 60; seed += 1) {
    const { broken } = await simulate({ seed, adapt });
    failures.push(...broken.map(({ promise, text }) => `seed ${seed}: ${promise}: ${text}`));
  }

  expect(failures).toEqual([]);
});
