import { untouchedChunk } from '../domain/chunk-state.ts';
import { sleepingClock } from '../testing/sleeping-clock.ts';
import { holdLedger } from './hold-ledger.ts';
import type { Ledgers, Written } from './ports.ts';

const ledger = { ...untouchedChunk(10, 'c'), rev: 4, writeId: 'x.1' };
const invocation = { id: 'me', deadline: 10_000 };
const key = { runId: 'run_1', chunk: 0 };

/** A ledger that answers writes as told, and readings by what is stored. */
const setUp = (answers: readonly Written[], stored: typeof ledger | 'unreachable') => {
  const asked: string[] = [];
  let writes = 0;
  const ledgers: Ledgers = {
    read: async () => {
      asked.push('read');
      if (stored === 'unreachable') throw new Error('no answer');
      return stored;
    },
    readMany: async () => new Map(),
    create: async () => {},
    replace: async (_, next) => {
      asked.push(`write ${next.writeId}`);
      writes += 1;
      return answers[writes - 1] ?? 'written';
    },
  };
  return { asked, holder: holdLedger({ ledgers, clock: sleepingClock() }, { key, ledger, invocation }) };
};

it('is fenced by a conflict, without looking', async () => {
  const { holder, asked } = setUp(['conflict'], ledger);

  expect(await holder.write(ledger)).toBe('fenced');
  expect(asked).toEqual(['write me.1']);
});

it('looks after a lost answer, and knows its own write', async () => {
  const { holder, asked } = setUp(['lost'], { ...ledger, rev: 5, writeId: 'me.1' });

  expect(await holder.write(ledger)).toBe('written');
  expect([asked, holder.current().rev]).toEqual([['write me.1', 'read'], 5]);
});

it('repeats the same write if it has not happened', async () => {
  const { holder, asked } = setUp(['lost', 'lost'], ledger);

  expect(await holder.write(ledger)).toBe('written');
  expect(asked).toEqual(['write me.1', 'read', 'write me.1', 'read', 'write me.1']);
});

it('is fenced if somebody else has written since', async () => {
  const { holder, asked } = setUp(['lost'], { ...ledger, rev: 6, writeId: 'other.1' });

  expect(await holder.write(ledger)).toBe('fenced');
  expect([asked, holder.current()]).toEqual([['write me.1', 'read'], ledger]);
});

it('never guesses: it keeps looking, and fails at the deadline', async () => {
  const { holder } = setUp(['lost'], 'unreachable');

  await expect(holder.write(ledger)).rejects.toThrow('before the deadline');
});
