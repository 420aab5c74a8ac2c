import { type Capacity, chunksWithin } from './capacity.ts';
import type { Plan } from './plan.ts';

/** The canary is one in a hundred chunks, one to five of them: a chunk is a fair sample, its order is a hash order. */
const CANARY_SHARE = 100;
const LARGEST_CANARY = 5;
/** Where nothing is known of the rate, growing waves double up to a hundredth of the run. */
const SMALLEST_CEILING = 16;
/** No wave is so small that all of them together were more than this: an execution has room for a few more. */
const WAVES_AIMED_AT = 150;

type Planned = Pick<Plan, 'chunks' | 'wave' | 'wavesBefore' | 'size' | 'next'>;

const canarySize = (chunks: number): number => Math.max(1, Math.min(LARGEST_CANARY, Math.ceil(chunks / CANARY_SHARE)));

const ceilingOf = (chunks: number): number => Math.max(SMALLEST_CEILING, Math.ceil(chunks / CANARY_SHARE));

const fewestAllowed = ({ chunks, wave, wavesBefore, next }: Planned, cuts: number): number =>
  Math.ceil((chunks - next) / Math.max(1, WAVES_AIMED_AT - (wave - wavesBefore) - cuts));

interface Growth {
  /** Whether it is to stay as large as it is. */
  readonly isSteady?: boolean;
  /** How many waves are shorter than they could be, because those after them may not go out yet. */
  readonly cuts?: number;
}

/**
 * How many chunks the next wave may have. Waves double until one takes five minutes of the run's part of the rate, or until one is what
 * is left of the day: longer ones would keep other runs waiting. They do
 * not grow while the run is to be steady: mailbox providers put its mails off, or it looks as if it will have to stop.
 */
export const nextSize = (plan: Planned, capacity?: Capacity, { isSteady = false, cuts = 0 }: Growth = {}): number => {
  if (plan.wave === 0) return canarySize(plan.chunks);
  const fewest = fewestAllowed(plan, cuts);
  const ceiling = Math.max(capacity ? chunksWithin(capacity) : ceilingOf(plan.chunks), fewest);
  return Math.max(1, Math.min(ceiling, isSteady ? Math.max(plan.size, fewest) : plan.size * 2));
};

/**
 * How many waves a run will have had at its end if nothing stops it.
 * @param stops the chunks at which a wave ends because those from there on may not go out yet
 */
export const expectedWaves = (
  plan: Planned & Pick<Plan, 'again' | 'doubt'>,
  capacity?: Capacity,
  stops: readonly number[] = [],
): number => {
  const doubtful = plan.doubt.length > 0 ? 1 : 0;
  let left = plan.chunks - plan.next + plan.again.length;
  let ahead: Planned = plan;
  while (left > 0) {
    const ends = stops.filter((chunk) => chunk > ahead.next);
    const size = Math.min(nextSize(ahead, capacity, { cuts: ends.length }), Math.min(...ends) - ahead.next);
    left -= size;
    const next = Math.min(plan.chunks, ahead.next + size);
    ahead = { ...ahead, wave: ahead.wave + 1, size: Math.max(ahead.size, size), next };
  }
  return ahead.wave + doubtful;
};
