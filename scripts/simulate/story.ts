import type { Course } from '../../services/dispatch/src/testing/simulation/simulate.ts';

/** A run for people: the world it went through, what went wrong in it, and everything that happened, in order. */
export const storyOf = ({ scenario, faults, journal, broken }: Course): string => {
  const { weather: _, ...world } = scenario;
  return [
    `world    ${JSON.stringify(world)}`,
    ...[...faults].map((fault) => `fault    ${fault}`),
    ...journal,
    ...broken.map(({ promise, text }) => `broken   ${promise}: ${text}`),
  ].join('\n');
};
