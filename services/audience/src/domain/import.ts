import type { ColumnMapping } from './columns.ts';
import type { Doubtful } from './doubts.ts';
import type { ImportProblem } from './file-problem.ts';
import type { Tally } from './tally.ts';
import type { TextFormat } from './text-format.ts';

/** What came of reading a file. */
export interface Reading {
  readonly tally: Tally;
  readonly doubtful?: Doubtful | undefined;
  /** How many chunks have to be written. */
  readonly chunks: number;
  readonly notes: readonly string[];
  /** Where the rejected rows lie; `undefined` if there are none. */
  readonly rejectedRows: string | undefined;
}

/** How far the reading of a file has come. */
export interface ReadSoFar {
  readonly tally: Tally;
  /** Bytes that were fetched, of those that are to be: what has to be read twice counts twice. */
  readonly fetched: number;
  readonly toFetch: number;
  /** Instants: when the reading began, and when this was so. */
  readonly since: string;
  readonly at: string;
}

/** How far an import is. An *attempt* is one reading of one content of the file; a replay begins another. */
export type Progress =
  | { readonly status: 'awaiting_upload' }
  | {
      readonly status: 'parsing';
      readonly attempt: string;
      readonly readers?: number | undefined;
      readonly soFar?: ReadSoFar | undefined;
    }
  | {
      readonly status: 'writing' | 'finished';
      readonly attempt: string;
      readonly reading: Reading;
      /** When the writing began. */
      readonly since?: string | undefined;
    }
  | { readonly status: 'failed'; readonly attempt: string; readonly problem: ImportProblem }
  /** Somebody stopped it. What was written until then stays. */
  | { readonly status: 'cancelled'; readonly attempt?: string | undefined; readonly reading?: Reading | undefined };

/** A file of contacts on its way into a list. */
export interface Import {
  readonly importId: string;
  readonly listId: string;
  readonly fileName: string;
  readonly columns: ColumnMapping;
  readonly format?: TextFormat | undefined;
  /** When it was asked for: what the file says counts as said at this instant, however often it is replayed. */
  readonly requestedAt: string;
  readonly correlationId: string;
  /** How often a replay has been asked for. */
  readonly replays: number;
  /** The file that was read last, and how often it has been exchanged for another. */
  readonly content?: { readonly etag: string; readonly edition: number } | undefined;
  readonly progress: Progress;
  /** Counts the writes; 0 for an import that has never been written. */
  readonly revision: number;
}

/** Names the attempt that reads this content on account of this replay. */
export const attemptOf = ({ etag, replay }: { readonly etag: string; readonly replay: number }): string =>
  `${etag.replaceAll(/[^A-Za-z0-9]/g, '').slice(0, 8)}-${replay}`;

const isAt = ({ progress }: Import, attempt: string): boolean =>
  progress.status !== 'awaiting_upload' && progress.status !== 'cancelled' && progress.attempt === attempt;

/** A file may be more than a reader survives. */
const MOST_READERS = 2;

/**
 * Begins an attempt; `undefined` if it has already come to something, or if the import is cancelled. A notification that
 * comes twice begins nothing.
 */
export const beginParsing = (current: Import, attempt: string, etag: string): Import | undefined => {
  const { progress } = current;
  if (progress.status === 'cancelled') return undefined;
  if (!isAt(current, attempt)) {
    return { ...current, content: contentAfter(current, etag), progress: { status: 'parsing', attempt, readers: 1 } };
  }
  if (progress.status !== 'parsing') return undefined;
  return { ...current, progress: { ...progress, readers: (progress.readers ?? 0) + 1 } };
};

/** Rows of a file that took another's place are later than the other's: both may have been written in part. */
const contentAfter = ({ content }: Import, etag: string): Import['content'] => {
  if (content === undefined) return { etag, edition: 0 };
  return content.etag === etag ? content : { etag, edition: content.edition + 1 };
};

/** Whether so many readers of a file have come to nothing that another would too. */
export const isGivenUp = ({ progress }: Import): boolean =>
  progress.status === 'parsing' && (progress.readers ?? 0) > MOST_READERS;

const isReading = (current: Import, attempt: string): boolean =>
  current.progress.status === 'parsing' && isAt(current, attempt);

/** Says how far the reading is; `undefined` if it is no longer wanted. */
export const noteReading = (current: Import, attempt: string, soFar: ReadSoFar): Import | undefined =>
  isReading(current, attempt)
    ? { ...current, progress: { ...current.progress, status: 'parsing', attempt, soFar } }
    : undefined;

/** Ends the reading of a file that can be imported. */
export const startWriting = (current: Import, attempt: string, reading: Reading, since: string): Import | undefined =>
  isReading(current, attempt) ? { ...current, progress: { status: 'writing', attempt, reading, since } } : undefined;

/** Ends an attempt at a file that cannot be imported. */
export const failImport = (current: Import, attempt: string, problem: ImportProblem): Import | undefined =>
  isReading(current, attempt) ? { ...current, progress: { status: 'failed', attempt, problem } } : undefined;

/** Finishes an import all of whose chunks are written. */
export const finishImport = (current: Import, attempt: string, writtenChunks: number): Import | undefined => {
  const { progress } = current;
  if (progress.status !== 'writing' || progress.attempt !== attempt) return undefined;
  return writtenChunks < progress.reading.chunks
    ? undefined
    : { ...current, progress: { ...progress, status: 'finished' } };
};

/** Stops an import; `undefined` if it has come to its end already. What is written by then stays written. */
export const cancelImport = (current: Import): Import | undefined => {
  const { progress } = current;
  if (progress.status === 'finished' || progress.status === 'failed' || progress.status === 'cancelled')
    return undefined;
  if (progress.status === 'awaiting_upload') return { ...current, progress: { status: 'cancelled' } };
  const { attempt } = progress;
  const reading = progress.status === 'writing' ? progress.reading : undefined;
  return { ...current, progress: { status: 'cancelled', attempt, reading } };
};

/**
 * Asks for another reading of the same file. What is under way goes on until that reading begins: should it never begin,
 * nothing is lost.
 */
export const askReplay = (current: Import): Import => {
  const replays = current.replays + 1;
  const hasEnded = ['finished', 'failed', 'cancelled'].includes(current.progress.status);
  return hasEnded
    ? { ...current, replays, progress: { status: 'parsing', attempt: `replay-${replays}` } }
    : { ...current, replays };
};

/** Whether a chunk belongs to what the import is doing. */
export const isCurrent = (current: Import, attempt: string): boolean => isAt(current, attempt);

/** An hour to begin the upload, which is what its address is good for, and an hour for a slow line. */
const PATIENCE_MS = 2 * 3_600_000;

/** Whether the file has not come and will hardly come any more. If it does, it is read all the same. */
export const isExpired = ({ progress, requestedAt }: Import, now: Date): boolean =>
  progress.status === 'awaiting_upload' && now.getTime() - Date.parse(requestedAt) > PATIENCE_MS;
