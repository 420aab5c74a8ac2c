import { type Bitmap, bitmapOf, offsetsOf, without } from '../domain/bitmap.ts';
import { type ChunkState, pendingOf } from '../domain/chunk-state.ts';
import type { Exclusion } from '../domain/exclusion.ts';
import { isExcluded } from '../domain/exclusion.ts';
import type { Addressee, Mail, Recipient } from '../domain/mail.ts';
import type { ChunkTask } from '../domain/run.ts';
import { dropPending } from '../domain/work-on-chunk.ts';
import type { Compose, Rows, Suppressions } from './ports.ts';

/** A pending recipient with the mail made for him. */
export interface Drawn extends Addressee {
  readonly offset: number;
  readonly mail: Mail;
  /** The import by which he joined. */
  readonly importId?: string | undefined;
}

export interface Draw {
  /** With those marked who need no mail. */
  readonly chunk: ChunkState;
  readonly drawn: readonly Drawn[];
  readonly suppressed: number;
  /** Whom people want left out. They count as suppressed, but nobody has suppressed them. */
  readonly excluded: number;
  /** Why no mail could be made, recipient by recipient. */
  readonly refusals: readonly string[];
}

interface Drawing {
  readonly suppressions: Suppressions;
  readonly compose: Compose;
  readonly rows: Rows;
  readonly malformed: Bitmap;
  /** By which those are mailed whose row names no other. */
  readonly listId: string;
  readonly task: ChunkTask;
  readonly exclude?: Exclusion | undefined;
}

/** Draws the next pending recipients of a chunk and makes their mails, so that nothing is left to do between claim and send. */
export const drawBatch = async (drawing: Drawing, chunk: ChunkState, size: number): Promise<Draw> => {
  const { suppressions, compose, rows, malformed, listId, task, exclude } = drawing;
  const candidates = offsetsOf(readableOf(chunk, malformed), size).flatMap((offset) => {
    const recipient = rows[offset];
    if (recipient === undefined) return [];
    return [{ offset, recipient, contactId: recipient.contactId, listId: recipient.listId ?? listId }];
  });
  const suppressed = await suppressions.among(candidates);

  const wanted = candidates.filter(({ recipient }) => !suppressed.has(recipient.contactId));
  const attempts = await Promise.all(
    wanted.map(async ({ offset, recipient, contactId, listId: own }) => ({
      offset,
      recipient,
      to: { contactId, listId: own },
      composed: await compose(recipient, localPart(task, offset)),
    })),
  );
  const addressed = attempts.flatMap(({ offset, recipient, to, composed }) => {
    if (composed.kind !== 'mail') return [];
    const mail = { ...composed, tags: tagsOf(task, offset, recipient) };
    return [{ ...to, offset, mail, importId: recipient.importId }];
  });
  const drawn = addressed.filter((each) => !isExcluded(exclude, each));
  const excluded = addressed.filter((each) => !drawn.includes(each)).map(({ offset }) => offset);
  const refused = attempts.flatMap(({ offset, composed }) =>
    composed.kind === 'refused' ? [{ offset, reason: composed.reason }] : [],
  );
  const dropped = candidates.filter((candidate) => !wanted.includes(candidate)).map(({ offset }) => offset);

  return {
    chunk: dropPending(chunk, { suppressed: [...dropped, ...excluded], refused: refused.map(({ offset }) => offset) }),
    drawn,
    suppressed: dropped.length,
    excluded: excluded.length,
    refusals: refused.map(({ reason }) => reason),
  };
};

/** Pending offsets whose recipient is known. */
export const readableOf = (chunk: ChunkState, malformed: Bitmap): Bitmap => without(pendingOf(chunk), malformed);

/** Offsets whose rows break their contract. */
export const malformedIn = (rows: Rows): Bitmap =>
  bitmapOf(
    rows.length,
    rows.flatMap((row, offset) => (row === undefined ? [offset] : [])),
  );

const localPart = ({ runId, chunk }: ChunkTask, offset: number): string => `${runId}.${chunk}.${offset}`;

const tagsOf = ({ runId, chunk, wave, tick }: ChunkTask, offset: number, { contactId, importId }: Recipient) => ({
  run: runId,
  chunk: String(chunk),
  offset: String(offset),
  attempt: `${wave}-${tick}`,
  contact: contactId,
  ...(importId !== undefined && { import: importId }),
});
