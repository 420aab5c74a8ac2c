import type { Ledger } from './chunk-state.ts';

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

/** The generation to send a message with: the chunk's own if it has worked on this wave before, else the first. */
export const tickFor = (wave: number, ledger: Ledger): number => (ledger.wave === wave ? ledger.tick : 0);
