import type { Ledger } from './chunk-state.ts';

interface ChunkMessage {
  readonly wave: number;
  readonly tick: number;
}

/** What a message for a chunk is good for. `held`: somebody works on the chunk until then. */
export type Admission =
  | { readonly kind: 'work' }
  | { readonly kind: 'outlived' }
  | { readonly kind: 'shut' }
  | { readonly kind: 'held'; readonly until: number };

/** Decides whether a message may still start work: a newer wave or generation outlives it, a closed wave needs only its report. */
export const admitMessage = ({ wave, tick }: ChunkMessage, ledger: Ledger, now: number): Admission => {
  if (ledger.wave > wave || (ledger.wave === wave && ledger.tick > tick)) return { kind: 'outlived' };
  if (ledger.shutWave === wave) return { kind: 'shut' };
  if (ledger.owner !== '' && ledger.leaseUntil > now) return { kind: 'held', until: ledger.leaseUntil };
  return { kind: 'work' };
};
