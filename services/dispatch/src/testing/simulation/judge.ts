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
  /** Chunks that nobody could ever read. */
  readonly lost: ReadonlySet<number>;
}

type Fate = 'accepted' | 'refused' | 'suppressed' | 'left' | 'unknown' | 'claimed' | 'pending';

/** Compares what the ledgers say of every recipient with what really happened to him. */
export const judge = (ended: Ended): void => {
  const { chunks, ledgers, witness } = ended;
  for (const [chunk, size] of chunks.entries()) {
    const ledger = ledgers.get(chunk);
    if (ledger && !isPartition(ledger)) witness.tell('count', `the bitmaps of chunk ${chunk} overlap`);
    for (let offset = 0; offset < size; offset += 1) judgeOne(ended, { chunk, offset, ledger });
  }
};

interface Judged {
  readonly key: string;
  readonly fate: Fate;
  readonly isTaken: boolean;
  /** Whether somebody said so. */
  readonly isRefused: boolean;
  readonly isSuppressed: boolean;
}

const judgeOne = (
  { outcome, witness, suppressed, lost }: Ended,
  { chunk, offset, ledger }: { readonly chunk: number; readonly offset: number; readonly ledger: Ledger | undefined },
): void => {
  const fate = fateOf(ledger, offset);
  const key = `${chunk}/${offset}`;
  const isTaken = witness.accepted.has(key);
  const isRefused = witness.refused.has(key);
  const isSuppressed = suppressed.has(`${chunk}-${offset}`);
  const isExcused = (isMalformed(offset) || lost.has(chunk)) && isUnreadable(ledger, fate);
  const isForgotten = (fate === 'accepted' && !isTaken) || (outcome === 'sent' && isOpen(fate) && !isExcused);

  if (isForgotten) witness.tell('never_sent', `${key} is ${fate} in a run that is ${outcome}`);
  const lie = lieAbout({ key, fate, isTaken, isRefused, isSuppressed });
  if (lie !== undefined) witness.tell('count', lie);
};

/** It was said that nobody can send to him. */
const isUnreadable = (ledger: Ledger | undefined, fate: Fate): boolean =>
  ledger?.unreadable !== undefined && fate === 'pending';

const isOpen = (fate: Fate): boolean => fate === 'pending' || fate === 'unknown' || fate === 'claimed';

const lieAbout = ({ key, fate, isTaken, isRefused, isSuppressed }: Judged): string | undefined => {
  if (isTaken && fate !== 'accepted' && fate !== 'left') return `${key} is called ${fate}, and SES took it`;
  if (fate === 'refused' && !isRefused) return `${key} is called refused, and nobody refused it`;
  return fate === 'suppressed' && !isSuppressed ? `${key} is called suppressed, and never was` : undefined;
};

const fateOf = (ledger: Ledger | undefined, offset: number): Fate => {
  if (ledger === undefined) return 'pending';
  const kinds = ['accepted', 'refused', 'suppressed', 'left', 'unknown', 'claimed'] as const;
  const found = kinds.find((kind) => hasOffset(ledger[kind], offset));
  return found ?? (hasOffset(pendingOf(ledger), offset) ? 'pending' : 'claimed');
};
