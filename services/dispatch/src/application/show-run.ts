import { offsetsOf, union } from '../domain/bitmap.ts';
import { type Counts, countsOf, type Ledger, sumOf, type Unreadable } from '../domain/chunk-state.ts';
import type { Exclusion } from '../domain/exclusion.ts';
import type { Control, Run } from '../domain/run.ts';
import type { Controls, LedgerPages, Runs } from './ports.ts';

interface Ports {
  readonly runs: Runs;
  readonly controls: Controls;
  readonly ledgerPages: LedgerPages;
}

export interface RunShown {
  readonly run: Run & { readonly isOpen: boolean };
  readonly control: Control;
  /** Whom people want left out. */
  readonly exclude?: Exclusion | undefined;
  readonly counts: Counts;
  /** The highest wave any chunk has worked on. */
  readonly waves: number;
  /** Chunks with pending recipients whom nobody can send to before something is repaired. */
  readonly unreadable: readonly UnreadableChunk[];
}

interface UnreadableChunk {
  readonly chunk: number;
  readonly reason: Unreadable;
  readonly recipients: number;
}

export type ShowRun = (runId: string) => Promise<RunShown | undefined>;

/** How far the released chunks of a run are, added up from their ledgers. */
export const makeShowRun =
  ({ runs, controls, ledgerPages }: Ports): ShowRun =>
  async (runId) => {
    const run = await runs.find(runId);
    if (run === undefined) return undefined;
    const { control, exclude } = await controls.read(run);

    let counts: Counts = sumOf([]);
    const unreadable: UnreadableChunk[] = [];
    let waves = 0;
    let cursor: string | undefined;
    do {
      const page = await ledgerPages.page(runId, cursor);
      counts = sumOf([counts, ...page.chunks.map(({ ledger }) => countsOf(ledger))]);
      waves = page.chunks.reduce((highest, { ledger }) => Math.max(highest, ledger.wave), waves);
      unreadable.push(...page.chunks.flatMap(unreadableIn));
      cursor = page.cursor;
    } while (cursor !== undefined);

    return { run, control, exclude, counts, waves, unreadable };
  };

const unreadableIn = ({ chunk, ledger }: { readonly chunk: number; readonly ledger: Ledger }) => {
  const { pending: recipients } = countsOf(ledger);
  return ledger.unreadable && recipients > 0 ? [{ chunk, reason: ledger.unreadable, recipients }] : [];
};

export type ListLeft = (
  runId: string,
  cursor: string | undefined,
) => Promise<
  | {
      readonly items: readonly { readonly chunk: number; readonly offset: number }[];
      readonly cursor?: string | undefined;
    }
  | undefined
>;

/** The recipients in doubt: SES may have taken their mail, and they are not mailed again. */
export const makeListLeft =
  ({ runs, ledgerPages }: Pick<Ports, 'runs' | 'ledgerPages'>): ListLeft =>
  async (runId, cursor) => {
    if ((await runs.find(runId)) === undefined) return undefined;
    const page = await ledgerPages.page(runId, cursor);

    return {
      items: page.chunks.flatMap(({ chunk, ledger }) =>
        offsetsOf(union(ledger.left, ledger.unknown)).map((offset) => ({ chunk, offset })),
      ),
      cursor: page.cursor,
    };
  };
