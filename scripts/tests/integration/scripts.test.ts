import { figuresOf, outputOf, PATIENCE_MS } from './run-script.ts';

it.each(['bench', 'chaos', 'demo', 'guardrail-simulation', 'simulate', 'start'])(
  'tells what `pnpm %s` does, whose modules all load',
  async (script) => {
    expect(await outputOf(script, '--help')).toMatch(new RegExp(`pnpm(@\\d+)? ${script} `));
  },
  PATIENCE_MS,
);

it.each([
  { script: 'simulate', words: '--seeds 5 --from 3', seeds: 5 },
  { script: 'simulate', words: '--seed 42', seeds: 1 },
  { script: 'guardrail-simulation', words: '--seeds 3', seeds: 3 },
])(
  'comes to the end of `pnpm $script $words` with its figures',
  async ({ script, words, seeds }) => {
    expect(await figuresOf(script, words)).toMatchObject({ seeds });
  },
  PATIENCE_MS,
);
