import type { ChunkState, Ledger } from '../domain/chunk-state.ts';
import type { ChunkKey, Clock, Ledgers } from './ports.ts';

/** One run of a function, with the instant at which it is killed. */
export interface Invocation {
  /** New for every invocation, not for every environment. */
  readonly id: string;
  readonly deadline: number;
}

/** A ledger as its holder last knew it, and the only way to write it. */
export interface LedgerHolder {
  current(): Ledger;
  /**
   * Writes a state computed from the current one. `fenced`: somebody else wrote meanwhile; whoever hears this sends and writes nothing more.
   * @throws if it cannot be known before the deadline what became of the write
   */
  write(next: ChunkState): Promise<'written' | 'fenced'>;
}

interface Holding {
  readonly key: ChunkKey;
  readonly ledger: Ledger;
  readonly invocation: Invocation;
}

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1_000;

/**
 * Holds a ledger. Every write is conditional on the revision its state was computed from, and an answer that is lost is
 * replaced by looking, never by guessing: what was written bears the id of its write.
 */
export const holdLedger = (
  { ledgers, clock }: { readonly ledgers: Pick<Ledgers, 'read' | 'replace'>; readonly clock: Clock },
  { key, ledger, invocation }: Holding,
): LedgerHolder => {
  let held = ledger;
  let writes = 0;

  const pause = async (attempt: number): Promise<void> => {
    const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS);
    if (clock.now() + pauseMs >= invocation.deadline) throw new Error('The ledger gave no answer before the deadline');
    await clock.sleepUntil(clock.now() + pauseMs);
  };

  const look = async (attempt = 0): Promise<Ledger | undefined> => {
    try {
      return await ledgers.read(key);
    } catch {
      await pause(attempt);
      return look(attempt + 1);
    }
  };

  const settle = async (next: Ledger): Promise<'written' | 'fenced'> => {
    for (let attempt = 0; ; attempt += 1) {
      const answer = await ledgers.replace(key, next);
      if (answer === 'written') return 'written';
      if (answer === 'conflict' && attempt === 0) return 'fenced';

      const stored = await look();
      if (stored?.writeId === next.writeId) return 'written';
      if (stored?.rev !== held.rev) return 'fenced';
      await pause(attempt);
    }
  };

  return {
    current: () => held,
    write: async (state) => {
      writes += 1;
      const next: Ledger = { ...state, rev: held.rev + 1, writeId: `${invocation.id}.${writes}` };
      const outcome = await settle(next);
      if (outcome === 'written') held = next;
      return outcome;
    },
  };
};
