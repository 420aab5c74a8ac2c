import { planFaults } from './plan-faults.ts';

const seeds = Array.from({ length: 200 }, (_, seed) => seed);

describe('planFaults', () => {
  it('plans as many faults as asked for, in order, each of them before the end of the run', () => {
    const plans = seeds.map((seed) => planFaults(seed, seed).map(({ at }) => at));

    expect(plans.map(({ length }) => length)).toEqual(seeds);
    expect(plans).toEqual(plans.map((instants) => instants.toSorted((one, other) => one - other)));
    expect(plans.flat().every((at) => at >= 0 && at <= 0.95)).toBe(true);
  });

  it('plans the same for the same seed and something else for another', () => {
    expect(planFaults(7, 50)).toEqual(planFaults(7, 50));
    expect(planFaults(7, 50)).not.toEqual(planFaults(8, 50));
  });

  it('kills senders whatever the seed', () => {
    const kills = seeds.map((seed) =>
      planFaults(seed, 25).filter(({ mishap }) => mishap.kind === 'kill' && mishap.service === 'dispatch'),
    );

    expect(new Set(kills.map(({ length }) => length))).toEqual(new Set([3]));
  });
});
