import { figuresOf } from './run-script.ts';

it.each([
  ['simulate.ts', '--seeds 5 --from 3', { seeds: 5 }],
  ['simulate.ts', '--seed 42', { seeds: 1 }],
  ['guardrail-simulation.ts', '--seeds 3', { seeds: 3 }],
])('comes to the end of scripts/%s %s', async (script, words, said) => {
  expect(await figuresOf(script, words)).toMatchObject(said);
});
