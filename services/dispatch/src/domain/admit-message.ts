import type { Ledger } from './chunk-state.ts';
import { type Reconsidered, reconsidersDoubt } from './reconsider.ts';

interface ChunkMessage {
  readonly wave: number;
  readonly tick: number;
  readonly reconsider?: readonly Reconsidered[] | undefined;
}

/** What a message for a chunk is good for. `held`: somebody works on the chunk until then. */
export type Admission =
  | { readonly kind: 'work' }
  | { readonly kind: 'outlived' }
  | { readonly kind: 'shut' }
  | { readonly kind: 'held'; readonly until: number };

/**
 * Decides whether a message may still start work: a newer wave or generation outlives it, a closed wave needs only its report. Those
 * who were left in doubt are not mailed again while the request that caused the doubt can still be accepted.
 */
export const admitMessage = (
  message: ChunkMessage,
  ledger: Ledger,
  { now, skewMs }: { readonly now: number; readonly skewMs: number },
): Admission => {
  const { wave, tick } = message;
  if (ledger.wave > wave || (ledger.wave === wave && ledger.tick > tick)) return { kind: 'outlived' };
  if (ledger.shutWave === wave) return { kind: 'shut' };
  if (ledger.owner !== '' && ledger.leaseUntil > now) return { kind: 'held', until: ledger.leaseUntil };
  const quietAt = ledger.quietAt + skewMs;
  return reconsidersDoubt(ledger, message) && quietAt > now ? { kind: 'held', until: quietAt } : { kind: 'work' };
};
