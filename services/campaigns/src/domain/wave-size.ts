import type { Plan } from './plan.ts';

/** The canary is one in a hundred chunks, one to five of them: a chunk is a fair sample, its order is a hash order. */
const CANARY_SHARE = 100;
const LARGEST_CANARY = 5;
/** Growing waves double up to a hundredth of the run, so that they stay far below the most waves of an execution. */
const SMALLEST_CEILING = 16;

const canarySize = (chunks: number): number => Math.max(1, Math.min(LARGEST_CANARY, Math.ceil(chunks / CANARY_SHARE)));

const ceilingOf = (chunks: number): number => Math.max(SMALLEST_CEILING, Math.ceil(chunks / CANARY_SHARE));

/** How many chunks the next wave may have. */
export const nextSize = ({ chunks, wave, size }: Pick<Plan, 'chunks' | 'wave' | 'size'>): number =>
  wave === 0 ? canarySize(chunks) : Math.min(ceilingOf(chunks), Math.max(1, size * 2));

/** How many waves a run will have had at its end if nothing stops it. */
export const expectedWaves = (plan: Pick<Plan, 'chunks' | 'wave' | 'size' | 'next' | 'again' | 'doubt'>): number => {
  const doubtful = plan.doubt.length > 0 ? 1 : 0;
  let left = plan.chunks - plan.next + plan.again.length;
  let ahead = plan;
  while (left > 0) {
    const size = nextSize(ahead);
    left -= size;
    ahead = { ...ahead, wave: ahead.wave + 1, size };
  }
  return ahead.wave + doubtful;
};
