import { countsOf, type Ledger } from '../../domain/chunk-state.ts';
import type { ReleasedWave } from './campaign-model.ts';

/** Where a run stands, in one line. */
export const describeRun = (open: ReleasedWave | undefined, ledgers: ReadonlyMap<number, Ledger>): string => {
  const chunks = [...ledgers].map(([chunk, ledger]) => {
    const { pending, unknown, claimed } = countsOf(ledger);
    return `chunk ${chunk} of wave ${ledger.wave}.${ledger.tick}, shut ${ledger.shutWave}: ${pending} pending, ${unknown + claimed} in doubt`;
  });
  return [`wave ${open?.wave ?? 'none'} is open`, ...chunks].join('; ');
};
