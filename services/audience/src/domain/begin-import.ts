import type { AttributeType } from './attribute.ts';
import { isAwaitingWord } from './confirm-import.ts';
import { type Import, isCurrent } from './import.ts';

/** Names what several files hold together; what one holds has a name. Not against forgers: whoever may upload may upload anything. */
export const contentOf = (etags: readonly string[]): string => {
  const [first = ''] = etags;
  if (etags.length === 1) return first;
  const all = etags.join(' ');
  return `${[FIRST_PRIME, SECOND_PRIME].map((prime) => hash(all, prime)).join('')}-${etags.length}`;
};

const FIRST_PRIME = 0x01000193;
const SECOND_PRIME = 0x85ebca6b;

const hash = (text: string, prime: number): string => {
  let bits = 0x811c9dc5;
  for (let n = 0; n < text.length; n += 1) bits = Math.imul(bits ^ text.charCodeAt(n), prime);
  return (bits >>> 0).toString(16).padStart(8, '0');
};

/** Names the attempt that reads this content on account of this replay. */
export const attemptOf = ({ etag, replay }: { readonly etag: string; readonly replay: number }): string =>
  `${etag.replaceAll(/[^A-Za-z0-9]/g, '').slice(0, 8)}-${replay}`;

/** A file may be more than a reader survives. */
const MOST_READERS = 2;

/** All files of an import are there. */
export interface Arrived {
  readonly attempt: string;
  /** What the files hold, all together. */
  readonly etag: string;
  /** Which message says so: the one about this file, or 0 for somebody's word that they may be read. */
  readonly cause: number;
  readonly types: Readonly<Record<string, AttributeType>>;
}

/**
 * Begins an attempt, or lets the import wait for somebody's word; `undefined` if the attempt has already come to something, if
 * another message has begun it, or if the import is cancelled. A message that comes twice begins nothing but another reader
 * of what has not been read yet: the first one may have died.
 */
export const beginParsing = (current: Import, arrived: Arrived): Import | undefined => {
  const { progress } = current;
  const { attempt, etag, cause, types } = arrived;
  if (progress.status === 'cancelled') return undefined;
  const content = contentAfter(current, etag);
  if (isAwaitingWord(current, etag)) {
    return isCurrent(current, attempt) ? undefined : { ...current, content, progress: { status: 'uploaded', attempt } };
  }
  if (!isCurrent(current, attempt) || progress.status === 'uploaded') {
    return { ...current, content, progress: { status: 'parsing', attempt, readers: 1, cause, types } };
  }
  if (progress.status !== 'parsing' || (progress.cause ?? cause) !== cause) return undefined;
  return { ...current, progress: { ...progress, readers: (progress.readers ?? 0) + 1 } };
};

/** Says which files have arrived; `undefined` if that is known, or does not matter any more. */
export const noteArrived = (current: Import, arrived: readonly number[]): Import | undefined => {
  const { progress } = current;
  if (progress.status !== 'awaiting_upload') return undefined;
  const known = progress.arrived ?? [];
  return arrived.every((file) => known.includes(file))
    ? undefined
    : {
        ...current,
        progress: { ...progress, arrived: [...new Set([...known, ...arrived])].toSorted((a, b) => a - b) },
      };
};

/** Rows of a file that took another's place are later than the other's: both may have been written in part. */
const contentAfter = ({ content }: Import, etag: string): Import['content'] => {
  if (content === undefined) return { etag, edition: 0 };
  return content.etag === etag ? content : { etag, edition: content.edition + 1 };
};

/** Whether so many readers of a file have come to nothing that another would too. */
export const isGivenUp = ({ progress }: Import): boolean =>
  progress.status === 'parsing' && (progress.readers ?? 0) > MOST_READERS;
