import { type Bitmap, offsetsOf, union, without } from '../../domain/bitmap.ts';
import { type Ledger, pendingOf } from '../../domain/chunk-state.ts';
import { Store } from '../store.ts';
import type { Basics } from './basics.ts';

/** Whether a write may replace what is stored: a protocol's condition. */
export type MayReplace = (stored: Ledger, next: Ledger, now: number) => boolean;

export const ifRevisionIsTheSame: MayReplace = (stored, next) => stored.rev === next.rev - 1;

/** Whoever has left the list is not claimed later than this. */
const LATEST_CLAIM_MS = 5_000;

interface Settings {
  readonly basics: Basics;
  readonly mayReplace: MayReplace;
  readonly tell: (promise: 'generation' | 'suppressed' | 'count', text: string) => void;
}

/** What is stored, with leases as short as the scenario wants them, and a note of every write of a ledger. */
export class SimulationStore extends Store {
  readonly #settings: Settings;
  readonly #suppressedAt = new Map<string, number>();
  #excludedAt: ReadonlyMap<string, number> = new Map();

  constructor(settings: Settings) {
    super();
    this.#settings = settings;
  }

  override replace(runId: string, chunk: number, next: Ledger): 'written' | 'conflict' {
    const { basics, mayReplace, tell } = this.#settings;
    const { time, journal, chance, scenario } = basics;
    const key = Store.chunkKey(runId, chunk);
    const stored = this.ledgers.get(key);
    if (stored === undefined || !mayReplace(stored, next, time.now())) {
      journal.note(next.writeId, () => `ledger ${chunk}: conflict, rev is ${stored?.rev}`);
      return 'conflict';
    }
    if (next.owner !== '' && next.owner !== stored.owner && isOutlived(stored, next)) {
      tell(
        'generation',
        `${next.writeId} works for wave ${next.wave}.${next.tick} after ${stored.wave}.${stored.tick}`,
      );
    }
    this.#checkDecided(chunk, stored, next);
    this.#checkClaims(chunk, without(next.claimed, stored.claimed), next.owner);
    journal.note(next.writeId, () => `ledger ${chunk}: ${describeChange(stored, next)}`);
    const leaseMs = chance.isCalm ? Number.POSITIVE_INFINITY : scenario.leaseMs;
    this.ledgers.set(key, { ...next, leaseUntil: Math.min(next.leaseUntil, time.now() + leaseMs) });
    return 'written';
  }

  /** The handler of a suppression has come to its end. */
  noteSuppressed(contactId: string): void {
    if (!this.#suppressedAt.has(contactId)) this.#suppressedAt.set(contactId, this.#settings.basics.time.now());
  }

  /** Whom people want left out, from now on; nobody, if they take them in again. */
  noteExcluded(contactIds: readonly string[]): void {
    const now = this.#settings.basics.time.now();
    this.#excludedAt = new Map(contactIds.map((contactId) => [contactId, this.#excludedAt.get(contactId) ?? now]));
  }

  /** Who is left or refused stays so, unless another wave reconsiders him. */
  #checkDecided(chunk: number, stored: Ledger, next: Ledger): void {
    const decided = union(stored.left, stored.refused);
    const moved = offsetsOf(without(decided, union(next.left, next.refused)));
    if (moved.length === 0 || next.wave > stored.wave) return;
    this.#settings.tell('count', `${chunk}/${moved.join(', ')} is decided, and open again in wave ${next.wave}`);
  }

  /** Nobody whom nothing delayed claims somebody who has left. */
  #checkClaims(chunk: number, claimed: Bitmap, owner: string): void {
    if (this.#suppressedAt.size + this.#excludedAt.size === 0) return;
    const { basics, tell } = this.#settings;
    for (const offset of offsetsOf(claimed)) {
      const key = `${chunk}-${offset}`;
      const at = this.#suppressedAt.get(key) ?? this.#excludedAt.get(key);
      if (at === undefined || basics.time.now() - at <= LATEST_CLAIM_MS || basics.chance.hasDisturbed(owner)) continue;
      tell('suppressed', `${owner} claims ${chunk}/${offset}, who left ${basics.time.now() - at} ms ago`);
    }
  }
}

const isOutlived = (stored: Ledger, next: Ledger): boolean =>
  stored.wave > next.wave || stored.shutWave >= next.wave || (stored.wave === next.wave && stored.tick > next.tick);

/** Offsets in few words: `0-49, 60`. */
const ranges = (bitmap: Bitmap): string => {
  const texts: string[] = [];
  let [from, to]: readonly [number, number] = [-2, -2];
  const close = (): void => {
    if (from >= 0) texts.push(from === to ? `${from}` : `${from}-${to}`);
  };
  for (const offset of offsetsOf(bitmap)) {
    if (offset !== to + 1) {
      close();
      from = offset;
    }
    to = offset;
  }
  close();
  return texts.join(', ');
};

const describeChange = (before: Ledger, after: Ledger): string => {
  const kinds = ['claimed', 'accepted', 'refused', 'suppressed', 'unknown', 'left'] as const;
  const changes = [
    ...kinds.map((kind): readonly [string, Bitmap] => [kind, without(after[kind], before[kind])]),
    ['pending again', without(pendingOf(after), pendingOf(before))] as const,
  ].flatMap(([kind, bits]) => (ranges(bits) === '' ? [] : [`${kind} ${ranges(bits)}`]));
  const owner = before.owner === after.owner ? [] : [after.owner === '' ? 'released' : 'taken over'];
  const shut = before.shutWave === after.shutWave ? [] : [`shut for wave ${after.shutWave}`];

  return `rev ${after.rev} for ${after.wave}.${after.tick}: ${[...owner, ...changes, ...shut].join('; ')}`;
};
