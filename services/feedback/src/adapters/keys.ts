import type { LinkBitmap } from '../domain/link-clicks.ts';
import type { OutcomeKind } from '../domain/outcome.ts';

/*
 * One table:
 *   RUN#<run>           RUN                    what campaigns told us of the run; gsi1 lists runs by their start
 *   RUN#<run>           OUT#<kind>#<block>     the bitmap of one kind of outcome in one block
 *   RUN#<run>           DELAYS                 how late its Send events came
 *   RUN#<run>           PARTS                  the domains and imports of the run that have a number
 *   RUN#<run>           LINKS                  the links of the run that have a number
 *   RUN#<run>           CLICK#<block>#<link>#<visitor>  who has followed a link; HASTY#… those who were quick
 *   RUN#<run>           EXPORT#<export>        a file of everybody's outcomes that somebody asked for; gone after a week
 *   SENDS#<run>#<block> <digest of the batch>  journal of sent mails, gone after a while
 *   ENGAGED#<run>       <part>#<digest>        journal of opens and clicks, gone when they are folded
 *   PROBE#<probe>       PROBE                  when a probe was accepted and when its Send event was folded; gone after a while
 *   FLOW                FLOW                   how events have lately come in
 */

export const runPk = (runId: string): string => `RUN#${runId}`;
export const RUN_SK = 'RUN';
export const PARTS_SK = 'PARTS';
export const DELAYS_SK = 'DELAYS';
export const LINKS_SK = 'LINKS';

/** Blocks are numbered up to 14,286 (100,000 chunks): five digits keep them in order. */
export const outcomeSk = (kind: OutcomeKind, block: number): string => `${outcomesOf(kind)}${padded(block)}`;
const padded = (block: number): string => String(block).padStart(5, '0');
export const outcomesOf = (kind: OutcomeKind): string => `${ALL_OUTCOMES}${kind}#`;
export const ALL_OUTCOMES = 'OUT#';

/** Sorts behind every block number. */
export const BEHIND_BLOCKS = '~';

/** The clicks of a block lie together, and those of the hasty where they can be read without the others. */
export const clickSk = ({ block, link, visitor }: Omit<LinkBitmap, 'bitmap'>): string =>
  `${visitor === 'hasty' ? HASTY_CLICKS : CLICKS}${padded(block)}#${String(link).padStart(3, '0')}#${visitor}`;
export const hastyFrom = (block: number): string => `${HASTY_CLICKS}${padded(block)}#`;
export const CLICKS = 'CLICK#';
export const HASTY_CLICKS = 'HASTY#';

export const exportSk = (exportId: string): string => `EXPORT#${exportId}`;

export const sendsPk = (runId: string, block: number): string => `SENDS#${runId}#${block}`;

export const engagedPk = (runId: string): string => `ENGAGED#${runId}`;
/** There are at most 56 parts. */
export const engagedSk = (part: number, digest: string): string => `${String(part).padStart(2, '0')}#${digest}`;

export const probeKey = (probe: string) => ({ pk: `PROBE#${probe}`, sk: 'PROBE' }) as const;
export const FLOW_KEY = { pk: 'FLOW', sk: 'FLOW' } as const;

/** Index of runs by start. */
export const RUNS_INDEX = 'gsi1';
export const RUNS_PK = 'RUNS';
export const runsSk = ({ runId, startedAt }: { readonly runId: string; readonly startedAt: string }): string =>
  `${startedAt}#${runId}`;
