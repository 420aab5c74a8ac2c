import type { components } from '../api/campaigns.d.ts';

/** A wave of a run, as campaigns notes it. */
export type Wave = components['schemas']['TimelineWave'];

const SHOWN = 6;

/** The newest first; the canary is always among those that are shown at once, since all others depend on it. */
export const firstShown = (waves: readonly Wave[]): readonly Wave[] => {
  const newest = waves.toReversed();
  if (newest.length <= SHOWN) return newest;
  const [shown, rest] = [newest.slice(0, SHOWN - 1), newest.slice(SHOWN - 1)];
  const canary = rest.find((wave) => wave.canary !== undefined);
  return canary === undefined ? newest.slice(0, SHOWN) : [...shown, canary];
};

/** Seconds from its release to its end. */
export const lengthOf = ({ releasedAt, finishedAt }: Wave): number | undefined =>
  releasedAt === undefined || finishedAt === undefined
    ? undefined
    : Math.max(0, (Date.parse(finishedAt) - Date.parse(releasedAt)) / 1_000);

export type Mark = 'canary_good' | 'canary_bad' | 'under_way' | 'settling' | 'done';

/** What stands before a wave in the timeline. */
export const markOf = ({ finishedAt, canary, isSettling }: Wave): Mark => {
  if (canary === 'stopped') return 'canary_bad';
  if (finishedAt === undefined || canary === 'judging') return 'under_way';
  if (canary === 'passed') return 'canary_good';
  return isSettling ? 'settling' : 'done';
};
