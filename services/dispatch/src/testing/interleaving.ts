import fc from 'fast-check';

import { hasOffset, offsetsOf } from '../domain/bitmap.ts';
import { type ChunkState, type Ledger, pendingOf, untouchedChunk } from '../domain/chunk-state.ts';
import { acquire, claim, close, dropPending, release, settle } from '../domain/work-on-chunk.ts';

const SENDERS = 3;
const margins = { networkMs: 60_000, skewMs: 2_000 };

/**
 * What one of several senders does next. `claimMore`: it claims while it knows only some of the answers to what it sent before.
 * `lose*`: it claims, and hears no answer.
 */
type Kind =
  | 'look'
  | 'acquire'
  | 'claim'
  | 'claimMore'
  | 'send'
  | 'drop'
  | 'handBack'
  | 'close'
  | 'loseBefore'
  | 'loseAfter'
  | 'loseLate';
/** `arrive`: a write that was long on its way reaches the store. */
type Action = { readonly kind: Kind; readonly who: number } | { readonly kind: 'arrive' };

const who = fc.nat(SENDERS - 1);
const stretch = (...kinds: readonly Kind[]) =>
  who.map((n): readonly Action[] => kinds.map((kind) => ({ kind, who: n })));
const single: readonly Kind[] = [
  'look',
  'acquire',
  'claim',
  'claimMore',
  'send',
  'drop',
  'handBack',
  'close',
  'loseBefore',
  'loseAfter',
  'loseLate',
];

/** Sequences in which senders get somewhere, cut by everything that can come between. */
export const interleavings: fc.Arbitrary<readonly Action[]> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: stretch('acquire', 'claim', 'send', 'claim') },
      { weight: 3, arbitrary: stretch('claim', 'send') },
      { weight: 3, arbitrary: stretch('claimMore', 'send', 'claimMore') },
      { weight: 1, arbitrary: stretch('look') },
      { weight: 4, arbitrary: fc.constantFrom(...single).chain((kind) => stretch(kind)) },
      { weight: 1, arbitrary: fc.constant<readonly Action[]>([{ kind: 'arrive' }]) },
    ),
    { minLength: 5, maxLength: 60, size: 'max' },
  )
  .map((stretches) => stretches.flat());

interface Sender {
  readonly held: Ledger | undefined;
  /** A write whose answer was lost: nothing else is done before it is known. */
  readonly open: Ledger | undefined;
  /** Claimed, known to be claimed, and not sent yet. */
  readonly unsent: readonly number[];
}

const idle: Sender = { held: undefined, open: undefined, unsent: [] };

/** Senders over one stored ledger with compare-and-set: what they sent, and every state that was ever stored. */
export class Interleaving {
  readonly sent = new Map<number, number>();
  readonly states: ChunkState[] = [];
  readonly #senders: Sender[] = Array.from({ length: SENDERS }, () => idle);
  readonly #late: Ledger[] = [];
  #stored: Ledger = { ...untouchedChunk(12, 'content'), rev: 0, writeId: '-' };
  #writes = 0;

  constructor(actions: readonly Action[]) {
    this.states.push(this.#stored);
    for (const action of actions) this.#play(action);
  }

  #play(action: Action): void {
    if (action.kind === 'arrive') {
      const copy = this.#late.shift();
      if (copy !== undefined) this.#store(copy);
      return;
    }
    const sender = this.#senders[action.who] ?? idle;
    this.#senders[action.who] = sender.open ? this.#settleDoubt(sender, sender.open) : this.#step(sender, action);
  }

  #step(sender: Sender, { kind, who: n }: { readonly kind: Kind; readonly who: number }): Sender {
    const owner = String(n);
    if (kind === 'look') return { ...idle, held: this.#stored };
    // It may have looked long ago: acquiring writes over that reading, if anybody lets it.
    const seen = sender.held ?? this.#stored;
    if (kind === 'acquire') return this.#write(seen, acquire(seen, { owner, deadline: 5, wave: 1, tick: 0 }, margins));
    if (sender.held === undefined || sender.held.owner !== owner) return sender;

    const settled = this.#settled(sender.held);
    switch (kind) {
      case 'send':
        for (const offset of sender.unsent) this.sent.set(offset, (this.sent.get(offset) ?? 0) + 1);
        return { ...sender, unsent: [] };
      case 'claim':
        return this.#claim(sender, settled);
      case 'claimMore':
        return this.#claim(sender, this.#settledInPart(sender.held));
      case 'drop':
        return this.#write(
          sender.held,
          dropPending(settled, { suppressed: offsetsOf(pendingOf(settled), 1), refused: [] }),
        );
      case 'handBack':
        return { ...this.#write(sender.held, release(settled, settled.tick + 1)), held: undefined };
      case 'close':
        return { ...this.#write(sender.held, close(settled, { final: true })), held: undefined };
      case 'loseBefore':
      case 'loseAfter':
      case 'loseLate':
        return this.#lose(sender.held, claim(settled, offsetsOf(pendingOf(settled), 2), 9), kind);
      default:
        return kind satisfies never;
    }
  }

  /** Also what was claimed before and has not left yet may still be sent. */
  #claim({ held, unsent }: Sender, settled: ChunkState): Sender {
    if (held === undefined) return idle;
    const next = this.#write(held, claim(settled, offsetsOf(pendingOf(settled), 2), 9));
    const stillOpen = new Set(unsent.filter((offset) => hasOffset(settled.claimed, offset)));
    const claimed = next.unsent.filter((offset) => !hasOffset(settled.claimed, offset) || stillOpen.has(offset));
    return { ...next, unsent: claimed };
  }

  #lose(held: Ledger, state: ChunkState, how: 'loseBefore' | 'loseAfter' | 'loseLate'): Sender {
    const next = this.#next(held, state);
    if (how === 'loseAfter') this.#store(next);
    if (how === 'loseLate') this.#late.push(next);
    return { held, open: next, unsent: [] };
  }

  /** Looks first: its own write, not yet there, or somebody else's. */
  #settleDoubt({ held }: Sender, open: Ledger): Sender {
    const isThere = this.#stored.writeId === open.writeId || (this.#stored.rev === held?.rev && this.#store(open));
    return isThere ? { held: open, open: undefined, unsent: offsetsOf(open.claimed) } : idle;
  }

  /** SES took every third mail; of the others that were sent nothing is known. */
  #settled(held: Ledger): ChunkState {
    const claimed = offsetsOf(held.claimed);
    const accepted = claimed.filter((offset) => offset % 3 === 0 && this.sent.has(offset));
    const released = claimed.filter((offset) => !this.sent.has(offset));
    const unknown = claimed.filter((offset) => !accepted.includes(offset) && !released.includes(offset));
    return settle(held, { accepted, refused: [], released, unknown }, margins.networkMs);
  }

  /** The first answer has come, no other. */
  #settledInPart(held: Ledger): ChunkState {
    const accepted = offsetsOf(held.claimed, 1).filter((offset) => offset % 3 === 0 && this.sent.has(offset));
    return settle(held, { accepted, refused: [], released: [], unknown: [] }, margins.networkMs);
  }

  #write(seen: Ledger, state: ChunkState): Sender {
    const next = this.#next(seen, state);
    return this.#store(next) ? { held: next, open: undefined, unsent: offsetsOf(next.claimed) } : idle;
  }

  #next(seen: Ledger, state: ChunkState): Ledger {
    this.#writes += 1;
    return { ...state, rev: seen.rev + 1, writeId: String(this.#writes) };
  }

  #store(next: Ledger): boolean {
    if (this.#stored.rev !== next.rev - 1) return false;
    this.#stored = next;
    this.states.push(next);
    return true;
  }
}
