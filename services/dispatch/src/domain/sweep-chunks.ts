import { isEmpty } from './bitmap.ts';
import { type Ledger, pendingOf } from './chunk-state.ts';

interface Swept {
  readonly chunk: number;
  readonly ledger: Ledger;
}

interface Sweeping {
  readonly now: number;
  /** How long a chunk with doubt has nothing to do after the last of its requests: nothing in any but a final wave. */
  readonly doubtRestsMs: number;
}

/**
 * Chooses the open chunks of a wave that nobody seems to work on: no live lease, no doubt that is being waited for,
 * and nothing written since the last sweep. Their messages may be lost or dead-lettered.
 */
export const neglectedChunks = (
  open: readonly Swept[],
  revisionsBefore: ReadonlyMap<number, number>,
  { now, doubtRestsMs }: Sweeping,
): readonly Swept[] =>
  open.filter(
    ({ chunk, ledger }) =>
      (ledger.owner === '' || ledger.leaseUntil <= now) &&
      now > ledger.quietAt + doubtRestsMs &&
      revisionsBefore.get(chunk) === ledger.rev,
  );

interface Limits {
  /** The pace of the account; nothing can be worked on faster. */
  readonly everyMs: number;
  /** Nobody may be sent to today, though people want it. */
  readonly isQuotaUsedUp: boolean;
}

const SWEEP_MS = 300_000;
const FEWEST = 10;

/**
 * Of those that seem neglected, the ones that a message can be of use to before the next sweep. The others most likely wait for their
 * turn or for a new day with a message of their own, and another one each time would make ever more of them.
 */
export const usefulToSweep = (neglected: readonly Swept[], { everyMs, isQuotaUsedUp }: Limits): readonly Swept[] => {
  const workable = neglected.filter(({ ledger }) => !isQuotaUsedUp || isEmpty(pendingOf(ledger)));
  const chunks = workable.toSorted((one, other) => one.chunk - other.chunk);
  let recipients = 0;
  return chunks.filter(({ ledger }, n) => {
    const isOfUse = n < FEWEST || recipients * everyMs < SWEEP_MS;
    recipients += ledger.size;
    return isOfUse;
  });
};

/** The generation to send a message with: the chunk's own if it has worked on this wave before, else the first. */
export const tickFor = (wave: number, ledger: Ledger): number => (ledger.wave === wave ? ledger.tick : 0);
