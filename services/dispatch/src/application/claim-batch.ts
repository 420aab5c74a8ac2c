import { countOf } from '../domain/bitmap.ts';
import { isExcluded } from '../domain/exclusion.ts';
import { mayOpenBatch } from '../domain/pace.ts';
import { excludedFrom } from '../domain/run-control.ts';
import { sortAnswers } from '../domain/send-answer.ts';
import { claim, dropPending, settle } from '../domain/work-on-chunk.ts';
import { type Drawn, drawBatch, readableOf } from './draw-batch.ts';
import type { Why, Work } from './job.ts';
import { noteAnswers, noteRefusals } from './note-answers.ts';
import type { Slotted } from './send-batch.ts';

/** A wait longer than this ends with a second look at the suppressions. */
const STALE_AFTER_MS = 2_000;
/** The claim is written this long before the first slot. */
const AHEAD_OF_SLOT_MS = 300;
/** What people want of a run is asked at most this often. */
const CONTROL_HOLDS_MS = 100;

/** Draws a batch, reserves its slots, claims it shortly before the first, and begins to send it. Answers why it did not. */
export const claimBatch = async (work: Work, size: number): Promise<Why | undefined> => {
  const { job } = work;
  const { invocation, slots, clock, pace, observer } = job;
  const lookedAt = clock.now();
  if (!mayOpenBatch({ now: lookedAt, deadline: invocation.deadline }, size * slots.everyMs(), pace))
    return { kind: 'deadline' };

  // What is read beside the draw counts before the claim.
  const drawing = { ...job, exclude: work.exclude };
  const [draw, isStopped] = await Promise.all([drawBatch(drawing, work.chunk, size), isStoppedByPeople(work)]);
  work.chunk = draw.chunk;
  observer.count('Suppressed', draw.suppressed);
  observer.count('Excluded', draw.excluded);
  noteRefusals(job, draw.refusals);
  if (isStopped) return { kind: 'controlled' };
  if (draw.drawn.length === 0) return undefined;

  const ahead = countOf(readableOf(work.chunk, job.malformed)) - draw.drawn.length;
  const reserved = await slots.take(draw.drawn.length, ahead);
  if (reserved.kind !== 'slots') return reserved;
  const preparedMs = clock.now() - lookedAt;
  return claimFor(work, { drawn: draw.drawn, slots: reserved.slots, lookedAt, preparedMs });
};

interface Batch {
  readonly drawn: readonly Drawn[];
  readonly slots: readonly number[];
  /** When nobody of it was suppressed. */
  readonly lookedAt: number;
  /** How long it took until its slots were known. */
  readonly preparedMs: number;
}

const claimFor = async (work: Work, batch: Batch): Promise<Why | undefined> => {
  const { times, clock } = work.job;
  const drawn = await waitForSlots(work, batch);
  const awokeAt = clock.now();
  if (work.sends.stop) return work.sends.stop;
  if (await isStoppedByPeople(work)) return { kind: 'controlled' };

  const slotted = withoutExcluded(work, drawn).flatMap(({ offset, mail }, n) => {
    const slot = batch.slots[n];
    return slot === undefined ? [] : [{ offset, mail, slot }];
  });
  if (slotted.length === 0) return undefined;

  const why = await claimAndSend(work, slotted);
  times.noteClaim(batch.preparedMs + clock.now() - awokeAt);
  return why;
};

/** One write claims the batch and settles what is known of those before it. Nothing is sent before it is known to be written. */
const claimAndSend = async (work: Work, slotted: readonly Slotted[]): Promise<Why | undefined> => {
  const { job, sends } = work;
  const answered = sends.collect();
  const settled = settle(work.chunk, sortAnswers(answered), job.pace.networkMs);
  work.chunk = settled;
  const claimed = claim(
    settled,
    slotted.map(({ offset }) => offset),
    job.invocation.deadline,
  );
  const outcome = await job.holder.write(claimed);
  if (outcome === 'written') {
    work.chunk = claimed;
    sends.begin(slotted);
  }
  await noteAnswers(job, answered);
  return outcome === 'written' ? undefined : { kind: outcome };
};

/** Waits until just before the first slot. Whoever has left in a long wait is dropped. */
const waitForSlots = async (work: Work, { drawn, slots, lookedAt }: Batch): Promise<readonly Drawn[]> => {
  const { clock, suppressions, observer } = work.job;
  await clock.sleepUntil((slots[0] ?? lookedAt) - AHEAD_OF_SLOT_MS);
  if (clock.now() - lookedAt < STALE_AFTER_MS) return drawn;

  const suppressed = await suppressions.among(drawn);
  const dropped = drawn.filter(({ contactId }) => suppressed.has(contactId));
  observer.count('Suppressed', dropped.length);
  work.chunk = dropPending(work.chunk, { suppressed: dropped.map(({ offset }) => offset), refused: [] });
  return drawn.filter(({ contactId }) => !suppressed.has(contactId));
};

/** Nobody whom people want left out is claimed: what they want has been read since the draw. */
const withoutExcluded = (work: Work, drawn: readonly Drawn[]): readonly Drawn[] => {
  const out = drawn.filter((each) => isExcluded(work.exclude, each));
  if (out.length === 0) return drawn;
  work.job.observer.count('Excluded', out.length);
  work.chunk = dropPending(work.chunk, { suppressed: out.map(({ offset }) => offset), refused: [] });
  return drawn.filter((each) => !out.includes(each));
};

const isStoppedByPeople = async (work: Work): Promise<boolean> => {
  const { clock, controls, run, task } = work.job;
  const now = clock.now();
  if (now < work.mayGoOnUntil) return false;
  const standing = await controls.read(run);
  work.exclude = excludedFrom(standing, task);
  if (standing.control !== 'send') return true;
  work.mayGoOnUntil = now + CONTROL_HOLDS_MS;
  return false;
};
