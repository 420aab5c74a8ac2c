import type { Scenario } from './scenario.ts';
import { simulate } from './simulate.ts';

/** So many kinds of trouble are drawn for each place: most calls know seven, a mail fifteen. */
const DRAWS = 12;

const small = (scenario: Scenario): Scenario => ({
  ...scenario,
  chunks: [3],
  senders: 2,
  rate: 14,
  timeoutMs: 15_000,
  visibilityMs: 75_000,
  leaseMs: Number.POSITIVE_INFINITY,
  skewMs: 0,
  networkMs: 5_000,
  settleMs: 10_000,
  policy: 'resend',
  isAlwaysFinal: false,
  troubleMs: 600_000,
  weather: { lost: 0.4, dies: 0.2, stalls: 0.2, freezes: 0.2, again: 1, ses: 0.6 },
});
const worlds: readonly (readonly [string, (scenario: Scenario) => Scenario])[] = [
  ['as it is deployed', small],
  [
    'with short leases, that settles doubt in every wave',
    (scenario) => ({ ...small(scenario), leaseMs: 3_000, visibilityMs: 5_000, isAlwaysFinal: true }),
  ],
];

describe.each(worlds)('a world of one chunk of three recipients, %s', (_, adapt) => {
  const failuresOf = async (seed: number, faults: readonly string[]): Promise<readonly string[]> => {
    const { broken } = await simulate({ seed, adapt, only: new Set(faults) });
    return broken.map(({ promise, text }) => `seed ${seed}, ${faults.join(' and ')}: ${promise}: ${text}`);
  };
  const placesOf = async (seed: number, faults: readonly string[]): Promise<readonly string[]> => [
    ...(await simulate({ seed, adapt, only: new Set(faults) })).places,
  ];

  it('keeps every promise after any one fault at any place', async () => {
    const failures: string[] = [];

    for (const place of await placesOf(0, [])) {
      for (let draw = 0; draw < DRAWS; draw += 1) failures.push(...(await failuresOf(draw, [place])));
    }

    expect(failures).toEqual([]);
  });

  it('and after any two: the first anywhere, the second wherever the run then comes', async () => {
    const failures: string[] = [];

    for (const [draw, first] of (await placesOf(0, [])).entries()) {
      for (const second of await placesOf(draw, [first])) failures.push(...(await failuresOf(draw, [first, second])));
    }

    expect(failures).toEqual([]);
  });
});
