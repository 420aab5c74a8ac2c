import type { ColumnMapping } from './columns.ts';
import type { ImportProblem } from './file-problem.ts';
import type { Tally } from './gather-contacts.ts';

/** What came of reading a file. */
export interface Reading {
  readonly tally: Tally;
  /** How many chunks have to be written. */
  readonly chunks: number;
  readonly notes: readonly string[];
  /** Where the rejected rows lie; `undefined` if there are none. */
  readonly rejectedRows: string | undefined;
}

/** How far an import is. An *attempt* is one reading of one content of the file; a replay begins another. */
export type Progress =
  | { readonly status: 'awaiting_upload' }
  | { readonly status: 'parsing'; readonly attempt: string; readonly readers?: number | undefined }
  | { readonly status: 'writing' | 'finished'; readonly attempt: string; readonly reading: Reading }
  | { readonly status: 'failed'; readonly attempt: string; readonly problem: ImportProblem };

/** A file of contacts on its way into a list. */
export interface Import {
  readonly importId: string;
  readonly listId: string;
  readonly fileName: string;
  readonly columns: ColumnMapping;
  /** When it was asked for: what the file says counts as said at this instant, however often it is replayed. */
  readonly requestedAt: string;
  readonly correlationId: string;
  /** How often a replay has been asked for. */
  readonly replays: number;
  readonly progress: Progress;
  /** Counts the writes; 0 for an import that has never been written. */
  readonly revision: number;
}

/** Names the attempt that reads this content on account of this replay. */
export const attemptOf = ({ etag, replay }: { readonly etag: string; readonly replay: number }): string =>
  `${etag.replaceAll(/[^A-Za-z0-9]/g, '').slice(0, 8)}-${replay}`;

const isAt = ({ progress }: Import, attempt: string): boolean =>
  progress.status !== 'awaiting_upload' && progress.attempt === attempt;

/** A file may be more than a reader survives: with one cell in the last corner of a sheet, a small one is. */
const MOST_READERS = 2;

/** Begins an attempt; `undefined` if it has already come to something. A notification that comes twice begins nothing. */
export const beginParsing = (current: Import, attempt: string): Import | undefined => {
  const { progress } = current;
  if (!isAt(current, attempt)) return { ...current, progress: { status: 'parsing', attempt, readers: 1 } };
  if (progress.status !== 'parsing') return undefined;
  return { ...current, progress: { ...progress, readers: (progress.readers ?? 0) + 1 } };
};

/** Whether so many readers of a file have come to nothing that another would too. */
export const isGivenUp = ({ progress }: Import): boolean =>
  progress.status === 'parsing' && (progress.readers ?? 0) > MOST_READERS;

/** Ends the reading of a file that can be imported. */
export const startWriting = (current: Import, attempt: string, reading: Reading): Import | undefined =>
  isAt(current, attempt) && current.progress.status === 'parsing'
    ? { ...current, progress: { status: 'writing', attempt, reading } }
    : undefined;

/** Ends an attempt at a file that cannot be imported. */
export const failImport = (current: Import, attempt: string, problem: ImportProblem): Import | undefined =>
  isAt(current, attempt) && current.progress.status === 'parsing'
    ? { ...current, progress: { status: 'failed', attempt, problem } }
    : undefined;

/** Finishes an import all of whose chunks are written. */
export const finishImport = (current: Import, attempt: string, writtenChunks: number): Import | undefined => {
  const { progress } = current;
  if (progress.status !== 'writing' || progress.attempt !== attempt) return undefined;
  return writtenChunks < progress.reading.chunks
    ? undefined
    : { ...current, progress: { ...progress, status: 'finished' } };
};

/**
 * Asks for another reading of the same file. What is under way goes on until that reading begins: should it never begin,
 * nothing is lost.
 */
export const askReplay = (current: Import): Import => {
  const replays = current.replays + 1;
  const hasEnded = current.progress.status === 'finished' || current.progress.status === 'failed';
  return hasEnded
    ? { ...current, replays, progress: { status: 'parsing', attempt: `replay-${replays}` } }
    : { ...current, replays };
};

/** Whether a chunk belongs to what the import is doing. */
export const isCurrent = (current: Import, attempt: string): boolean => isAt(current, attempt);
