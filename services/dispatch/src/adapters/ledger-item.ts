import * as z from 'zod/mini';

import type { Ledger, Unreadable } from '../domain/chunk-state.ts';

const bytes = z.instanceof(Uint8Array);

/** A ledger as it is stored. Names are short because an item of more than 1,024 bytes costs two units per write. */
const LedgerItem = z.object({
  n: z.number(),
  etag: z.string(),
  rev: z.number(),
  w: z.string(),
  ac: bytes,
  rf: bytes,
  sp: bytes,
  un: bytes,
  cl: bytes,
  lf: bytes,
  own: z.string(),
  lease: z.number(),
  D: z.number(),
  q: z.number(),
  wave: z.number(),
  shut: z.number(),
  tick: z.number(),
  bad: z.optional(z.string()),
});
export type LedgerItem = z.infer<typeof LedgerItem>;

/** Letters instead of words, for the same reason. Empty: nothing is unreadable. */
const letters: Readonly<Record<Unreadable, string>> = {
  chunk_missing: 'm',
  chunk_malformed: 'f',
  chunk_changed: 'c',
  row_malformed: 'r',
};
const words = ['chunk_missing', 'chunk_malformed', 'chunk_changed', 'row_malformed'] as const;

export const toLedgerItem = (ledger: Ledger): LedgerItem => ({
  n: ledger.size,
  etag: ledger.content,
  rev: ledger.rev,
  w: ledger.writeId,
  ac: Uint8Array.from(ledger.accepted),
  rf: Uint8Array.from(ledger.refused),
  sp: Uint8Array.from(ledger.suppressed),
  un: Uint8Array.from(ledger.unknown),
  cl: Uint8Array.from(ledger.claimed),
  lf: Uint8Array.from(ledger.left),
  own: ledger.owner,
  lease: ledger.leaseUntil,
  D: ledger.claimDeadline,
  q: ledger.quietAt,
  wave: ledger.wave,
  shut: ledger.shutWave,
  tick: ledger.tick,
  bad: ledger.unreadable ? letters[ledger.unreadable] : '',
});

export const fromLedgerItem = (item: unknown): Ledger => {
  const stored = z.parse(LedgerItem, item);
  const unreadable = words.find((word) => letters[word] === stored.bad);
  return {
    size: stored.n,
    content: stored.etag,
    rev: stored.rev,
    writeId: stored.w,
    accepted: stored.ac,
    refused: stored.rf,
    suppressed: stored.sp,
    unknown: stored.un,
    claimed: stored.cl,
    left: stored.lf,
    owner: stored.own,
    leaseUntil: stored.lease,
    claimDeadline: stored.D,
    quietAt: stored.q,
    wave: stored.wave,
    shutWave: stored.shut,
    tick: stored.tick,
    ...(unreadable && { unreadable }),
  };
};
