import { type Bitmap, countOf, isEmpty } from '../domain/bitmap.ts';
import { type ChunkState, pendingOf, type Unreadable } from '../domain/chunk-state.ts';
import { batchSizeAt, mayOpenBatch, type Pace } from '../domain/pace.ts';
import type { ChunkTask } from '../domain/run.ts';
import { type Answered, type Stop, sortAnswers, stopAfter } from '../domain/send-answer.ts';
import type { DoubtRules } from '../domain/settle-doubt.ts';
import { claim, dropPending, settle } from '../domain/work-on-chunk.ts';
import { type Drawn, drawBatch, readableOf } from './draw-batch.ts';
import type { Invocation, LedgerHolder } from './hold-ledger.ts';
import type { Clock, Compose, Controls, Mailer, Observer, Rows, Suppressions } from './ports.ts';
import type { SlotSession } from './reserve-slots.ts';
import { sendBatch } from './send-batch.ts';

/** Everything a sender needs for one chunk, gathered before it claims anybody. */
export interface Job {
  readonly task: ChunkTask;
  readonly invocation: Invocation;
  readonly holder: LedgerHolder;
  readonly slots: SlotSession;
  readonly mailer: Mailer;
  readonly compose: Compose;
  readonly rows: Rows;
  readonly malformed: Bitmap;
  readonly listId: string;
  readonly brownOuts: number;
  readonly clock: Clock;
  readonly controls: Controls;
  readonly suppressions: Suppressions;
  readonly observer: Observer;
  readonly pace: Pace;
  readonly doubtRules: DoubtRules;
}

/** Why a sender leaves its chunk, and the chunk as it then is, not yet written. */
export type Leaving =
  | { readonly kind: 'fenced' }
  | { readonly kind: 'done' | 'controlled' | 'deadline'; readonly chunk: ChunkState }
  | { readonly kind: 'rate' | 'doubtful'; readonly chunk: ChunkState; readonly delayMs: number }
  | { readonly kind: 'unreadable'; readonly chunk: ChunkState; readonly reason: Unreadable }
  | ({ readonly chunk: ChunkState } & Stop);

/** A wait longer than this ends with a second look at the suppressions. */
const STALE_AFTER_MS = 2_000;
/** The claim is written this long before the first slot. */
const AHEAD_OF_SLOT_MS = 300;

/** Works through the pending recipients of a chunk, batch by batch, until nothing is left to do or something says stop. */
export const workThrough = async (job: Job): Promise<Leaving> => {
  let chunk: ChunkState = job.holder.current();
  while (!isEmpty(readableOf(chunk, job.malformed))) {
    const step = await workOnBatch(job, chunk);
    if (step.kind !== 'next') return step;
    chunk = step.chunk;
  }
  if (isEmpty(pendingOf(chunk))) return { kind: 'done', chunk };
  // Whose row cannot be read stays unsent: refused would be for good, and it is not his address that is at fault.
  return { kind: 'unreadable', reason: 'row_malformed', chunk };
};

type Step = Leaving | { readonly kind: 'next'; readonly chunk: ChunkState };

const workOnBatch = async (job: Job, chunk: ChunkState): Promise<Step> => {
  const { invocation, slots, clock, pace } = job;
  const size = batchSizeAt(slots.everyMs(), pace, job.brownOuts);
  const moment = { now: clock.now(), deadline: invocation.deadline };
  if (!mayOpenBatch(moment, size * slots.everyMs(), pace)) return { kind: 'deadline', chunk };

  const draw = await drawBatch(job, chunk, size);
  job.observer.count('Suppressed', draw.suppressed);
  noteRefusals(job, draw.refusals);
  if (draw.drawn.length === 0) return { kind: 'next', chunk: draw.chunk };
  if (await isStopped(job)) return { kind: 'controlled', chunk: draw.chunk };

  const ahead = countOf(readableOf(draw.chunk, job.malformed)) - draw.drawn.length;
  const reserved = await slots.take(draw.drawn.length, ahead);
  if (reserved.kind !== 'slots') return { ...reserved, chunk: draw.chunk };

  return claimAndSend(job, { chunk: draw.chunk, drawn: draw.drawn, slots: reserved.slots });
};

interface Batch {
  readonly chunk: ChunkState;
  readonly drawn: readonly Drawn[];
  readonly slots: readonly number[];
}

const claimAndSend = async (job: Job, batch: Batch): Promise<Step> => {
  const { chunk, drawn } = await waitForSlots(job, batch);
  if (await isStopped(job)) return { kind: 'controlled', chunk };

  const slotted = drawn.flatMap(({ offset, mail }, n) => {
    const slot = batch.slots[n];
    return slot === undefined ? [] : [{ offset, mail, slot }];
  });
  if (slotted.length === 0) return { kind: 'next', chunk };
  const claimed = claim(
    chunk,
    slotted.map(({ offset }) => offset),
    job.invocation.deadline,
  );
  if ((await job.holder.write(claimed)) === 'fenced') return { kind: 'fenced' };

  const answered = await sendBatch(job, slotted, job.invocation.deadline);
  const settled = settle(claimed, sortAnswers(answered), job.pace.networkMs);
  await noteAnswers(job, answered);
  const stop = stopAfter(answered);

  return stop ? { ...stop, chunk: settled } : { kind: 'next', chunk: settled };
};

/** Waits until just before the first slot. Whoever has left in a long wait is dropped. */
const waitForSlots = async (job: Job, batch: Batch): Promise<Pick<Batch, 'chunk' | 'drawn'>> => {
  const { clock, suppressions } = job;
  const start = clock.now();
  await clock.sleepUntil((batch.slots[0] ?? start) - AHEAD_OF_SLOT_MS);
  if (clock.now() - start < STALE_AFTER_MS) return batch;

  const contactIds = batch.drawn.map(({ contactId }) => contactId);
  const suppressed = await suppressions.among(contactIds, job.listId);
  const dropped = batch.drawn.filter(({ contactId }) => suppressed.has(contactId));
  job.observer.count('Suppressed', dropped.length);

  return {
    chunk: dropPending(batch.chunk, { suppressed: dropped.map(({ offset }) => offset), refused: [] }),
    drawn: batch.drawn.filter(({ contactId }) => !suppressed.has(contactId)),
  };
};

const isStopped = async ({ controls, task }: Job): Promise<boolean> => (await controls.read(task.runId)) !== 'send';

const noteRefusals = ({ observer, task }: Job, reasons: readonly string[]): void => {
  if (reasons.length === 0) return;
  observer.count('Refused', reasons.length);
  for (const [reason, those] of Map.groupBy(reasons, (each) => each)) {
    observer.note('recipients_refused', { runId: task.runId, chunk: task.chunk, reason, count: those.length });
  }
};

const noteAnswers = async (job: Job, answered: readonly Answered[]): Promise<void> => {
  const kinds = Map.groupBy(answered, ({ answer }) => answer.kind);
  const count = (kind: Answered['answer']['kind']) => kinds.get(kind)?.length ?? 0;
  job.observer.count('Accepted', count('accepted'));
  job.observer.count('Throttled', count('throttled'));
  job.observer.count('Unknown', count('unknown'));
  job.observer.count('SlotsWasted', count('unsent'));
  noteRefusals(
    job,
    answered.flatMap(({ answer }) => (answer.kind === 'refused' ? [answer.reason] : [])),
  );
  if (count('throttled') > 0) await job.slots.slowDown();
};
