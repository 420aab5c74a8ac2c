import { hasOffset } from '../../domain/bitmap.ts';
import { type Ledger, pendingOf } from '../../domain/chunk-state.ts';
import { isPartition } from '../../domain/work-on-chunk.ts';
import { isMalformed } from './edges.ts';
import type { Witness } from './witness.ts';

interface Ended {
  readonly outcome: 'sent' | 'cancelled';
  readonly ledgers: ReadonlyMap<number, Ledger>;
  readonly chunks: readonly number[];
  readonly witness: Witness;
  /** Everybody who was suppressed at some time. */
  readonly suppressed: ReadonlySet<string>;
}

type Fate = 'accepted' | 'refused' | 'suppressed' | 'left' | 'unknown' | 'claimed' | 'pending';

/** Compares what the ledgers say of every recipient with what really happened to him. */
export const judge = (ended: Ended): void => {
  const { chunks, ledgers, witness } = ended;
  for (const [chunk, size] of chunks.entries()) {
    const ledger = ledgers.get(chunk);
    if (ledger && !isPartition(ledger)) witness.tell('count', `the bitmaps of chunk ${chunk} overlap`);
    for (let offset = 0; offset < size; offset += 1) judgeOne(ended, { chunk, offset, fate: fateOf(ledger, offset) });
  }
};

const judgeOne = (
  { outcome, witness, suppressed }: Ended,
  { chunk, offset, fate }: { readonly chunk: number; readonly offset: number; readonly fate: Fate },
): void => {
  const key = `${chunk}/${offset}`;
  const isTaken = witness.accepted.has(key);
  const isOpen = fate === 'pending' || fate === 'unknown' || fate === 'claimed';

  if (fate === 'accepted' && !isTaken) witness.tell('never_sent', `${key} is called accepted, SES never had it`);
  else if (isOpen && outcome === 'sent') witness.tell('never_sent', `${key} is ${fate} at the end of the run`);
  else if (isTaken && fate !== 'accepted' && fate !== 'left')
    witness.tell('count', `${key} is called ${fate}, SES took it`);
  else if (fate === 'refused' && !isMalformed(offset) && !witness.refused.has(key))
    witness.tell('count', `${key} is called refused, nobody refused it`);
  else if (fate === 'suppressed' && !suppressed.has(`${chunk}-${offset}`))
    witness.tell('count', `${key} is called suppressed, and never was`);
};

const fateOf = (ledger: Ledger | undefined, offset: number): Fate => {
  if (ledger === undefined) return 'pending';
  const kinds = ['accepted', 'refused', 'suppressed', 'left', 'unknown', 'claimed'] as const;
  const found = kinds.find((kind) => hasOffset(ledger[kind], offset));
  return found ?? (hasOffset(pendingOf(ledger), offset) ? 'pending' : 'claimed');
};
