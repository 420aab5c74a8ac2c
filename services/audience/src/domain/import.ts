import type { AttributeType } from './attribute.ts';
import type { ColumnMapping } from './columns.ts';
import type { Doubtful } from './doubts.ts';
import type { ImportProblem } from './file-problem.ts';
import type { FileLanguage } from './rejection.ts';
import type { Tally } from './tally.ts';
import type { TextFormat } from './text-format.ts';

/** What came of reading the files of an import. */
export interface Reading {
  readonly tally: Tally;
  readonly doubtful?: Doubtful | undefined;
  /** How many chunks have to be written. */
  readonly chunks: number;
  readonly notes: readonly string[];
  /** Where the rejected rows lie; `undefined` if there are none. */
  readonly rejectedRows: string | undefined;
}

/** How far the reading has come. */
export interface ReadSoFar {
  readonly tally: Tally;
  /** Bytes that were fetched, of those that are to be: what has to be read twice counts twice. */
  readonly fetched: number;
  readonly toFetch: number;
  /** Instants: when the reading began, and when this was so. */
  readonly since: string;
  readonly at: string;
}

/** How far an import is. An *attempt* is one reading of one content of its files; a replay begins another. */
export type Progress =
  /** Of several files some may have arrived; they are counted from 1. */
  | { readonly status: 'awaiting_upload'; readonly arrived?: readonly number[] | undefined }
  /** All files are there, and somebody wants to look at them before they are read. */
  | { readonly status: 'uploaded'; readonly attempt: string }
  | {
      readonly status: 'parsing';
      readonly attempt: string;
      readonly readers?: number | undefined;
      /** What is told of the arrival of several files is told several times: only one of those messages is read for. */
      readonly cause?: number | undefined;
      /** The types that fields had when the reading began: whoever goes on with it comes to the same. */
      readonly types?: Readonly<Record<string, AttributeType>> | undefined;
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

/** How files are to be understood. */
export interface Understanding {
  readonly columns: ColumnMapping;
  readonly format?: TextFormat | undefined;
  /** The sheets of workbooks that are wanted; all of them if nobody says. */
  readonly sheets?: readonly string[] | undefined;
}

/** Files of contacts on their way into a list. */
export interface Import extends Understanding {
  readonly importId: string;
  readonly listId: string;
  readonly fileName: string;
  /** What is read after it, in this order. */
  readonly otherFiles?: readonly string[] | undefined;
  /** In which language its file of rejected rows is written; English if nobody says. */
  readonly language?: FileLanguage | undefined;
  /** When it was asked for: what the file says counts as said at this instant, however often it is replayed. */
  readonly requestedAt: string;
  readonly correlationId: string;
  /** How often a replay has been asked for. */
  readonly replays: number;
  /** Whether it is read only when somebody has looked at it; and the content that somebody has let be read. */
  readonly start?: 'when_confirmed' | undefined;
  readonly confirmed?: string | undefined;
  /** The content that was read last, and how often it has been exchanged for another. */
  readonly content?: { readonly etag: string; readonly edition: number } | undefined;
  readonly progress: Progress;
  /** Counts the writes; 0 for an import that has never been written. */
  readonly revision: number;
}

/** The files of an import in the order in which they are read. */
export const filesOf = ({ fileName, otherFiles = [] }: Pick<Import, 'fileName' | 'otherFiles'>): readonly string[] => [
  fileName,
  ...otherFiles,
];

/** Whether what belongs to an attempt belongs to what the import is doing. */
export const isCurrent = ({ progress }: Import, attempt: string): boolean =>
  progress.status !== 'awaiting_upload' && progress.status !== 'cancelled' && progress.attempt === attempt;

const isReading = (current: Import, attempt: string): boolean =>
  current.progress.status === 'parsing' && isCurrent(current, attempt);

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

/** An hour to begin the upload, which is what its address is good for, and an hour for a slow line. */
const PATIENCE_MS = 2 * 3_600_000;

/** Whether the file has not come and will hardly come any more. If it does, it is read all the same. */
export const isExpired = ({ progress, requestedAt }: Import, now: Date): boolean =>
  progress.status === 'awaiting_upload' && now.getTime() - Date.parse(requestedAt) > PATIENCE_MS;
