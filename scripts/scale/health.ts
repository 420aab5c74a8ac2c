import { makeHealthPace } from '../../services/feedback/src/application/health-pace.ts';
import { bitmapBytes } from './items.ts';
import { limits } from './limits.ts';
import { concurrencyOf } from './stacks.ts';

const STEPS = 200;

/** How long feedback lets pass before it sums a run with so many bitmaps again. */
const pauseMs = (bitmaps: number): number => {
  let now = 0;
  const pace = makeHealthPace({ now: () => new Date(now) });
  pace.isDue('run', { isGrave: true });
  pace.noteTold('run', bitmaps);
  while (!pace.isDue('run', { isGrave: true })) now += 100;
  return now;
};

interface Summing {
  readonly blocks: number;
  readonly kinds: number;
  readonly seconds: number;
  /** Batches with a bounce or a complaint: a small run is summed with every one of them. */
  readonly graveBatches: number;
}

/**
 * Sums of a run while it is sent: reading all of its bitmaps, which grow in number, from every environment of the function
 * for itself. In a large run there is always a bounce to tell of.
 */
export const healthReads = ({ blocks, kinds, seconds, graveBatches }: Summing) => {
  const environments = concurrencyOf('feedback', 'onSesEvents');
  let reports = 0;
  let readUnits = 0;
  for (let step = 0; step < STEPS; step += 1) {
    const bitmaps = ((step + 0.5) / STEPS) * blocks * kinds;
    const paced = (environments * (seconds / STEPS)) / (pauseMs(bitmaps) / 1_000 || Number.MIN_VALUE);
    const sums = Math.min(graveBatches / STEPS, paced);
    reports += sums;
    readUnits += sums * Math.max(1, (bitmaps * bitmapBytes) / limits.readUnitBytes);
  }
  return { reports, readUnits };
};
