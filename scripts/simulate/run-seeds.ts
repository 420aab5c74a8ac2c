import { setImmediate as breathe } from 'node:timers/promises';

import { shrink } from '../../services/dispatch/src/testing/simulation/shrink.ts';
import { type Course, simulate } from '../../services/dispatch/src/testing/simulation/simulate.ts';
import { storyOf, storyToTheEnd } from './story.ts';
import { addCourse, noTally, type Tally } from './tally.ts';

interface Range {
  readonly from: number;
  readonly seeds: number;
}

type Say = (text: string) => void;

/** So many failing seeds are looked into; of the others only the number is told. */
const MOST_STORIES = 3;
const SEEDS_PER_LINE = 1_000;

/** Simulates a range of seeds, and tells of the first that fail how little it takes. */
export const runSeeds = async ({ from, seeds }: Range, say: Say): Promise<Tally> => {
  let tally = noTally;
  let failed = 0;
  for (let seed = from; seed < from + seeds; seed += 1) {
    const course = await simulate({ seed });
    tally = addCourse(tally, course);
    if (course.broken.length > 0) {
      failed += 1;
      say(failed <= MOST_STORIES ? await shortestStory(seed, course) : `seed ${seed} fails, too`);
    }
    if (tally.seeds % SEEDS_PER_LINE === 0) say(`${tally.seeds} seeds, ${tally.faults} faults, ${failed} seeds failed`);
    await breathe();
  }
  return tally;
};

const shortestStory = async (seed: number, failing: Course): Promise<string> => {
  const { course, runs } = await shrink({ seed }, failing);
  const first = failing.broken[0];
  return [
    `seed ${seed} fails: ${first?.promise}: ${first?.text}`,
    `the shortest way to it that was found, in ${runs} runs, of ${failing.faults.size} faults:`,
    storyToTheEnd(course),
    '',
  ].join('\n');
};

/** Simulates one seed and tells everything. */
export const runSeed = async (seed: number, say: Say): Promise<Tally> => {
  const course = await simulate({ seed, isJournalKept: true });
  say(storyOf(course));
  if (course.broken.length > 0) say(await shortestStory(seed, course));
  return addCourse(noTally, course);
};
