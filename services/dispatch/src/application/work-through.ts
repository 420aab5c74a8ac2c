import { isEmpty } from '../domain/bitmap.ts';
import { pendingOf } from '../domain/chunk-state.ts';
import { batchSizeAt, mostUnanswered } from '../domain/pace.ts';
import { sortAnswers } from '../domain/send-answer.ts';
import { settle } from '../domain/work-on-chunk.ts';
import { claimBatch } from './claim-batch.ts';
import { readableOf } from './draw-batch.ts';
import type { Job, Leaving, Why, Work } from './job.ts';
import { noteAnswers } from './note-answers.ts';
import { SendsUnderWay } from './sends-under-way.ts';

/** Works through the pending recipients of a chunk, batch by batch, until nothing is left to do or something says stop. */
export const workThrough = async (job: Job): Promise<Leaving> => {
  const sends = new SendsUnderWay(job, job.invocation.deadline);
  const work: Work = { job, sends, chunk: job.holder.current(), mayGoOnUntil: 0, exclude: undefined };
  try {
    let why: Why | undefined;
    while (why === undefined) why = await workOn(work);
    return await leave(work, why);
  } catch (error) {
    await salvage(work);
    throw error;
  }
};

/** Claims the next batch as soon as few enough answers are missing. Answers why nothing more is claimed. */
const workOn = async (work: Work): Promise<Why | undefined> => {
  const { job, sends } = work;
  const everyMs = job.slots.everyMs();
  const size = batchSizeAt(everyMs, job.pace, job.brownOuts);
  await sends.untilUnanswered(mostUnanswered(job.times.usual(), everyMs, size));
  await settleAnswers(work);

  if (sends.stop) return sends.stop;
  return isEmpty(readableOf(work.chunk, job.malformed)) ? finish(work) : claimBatch(work, size);
};

/** Nobody is pending; an answer that is still to come may change that. */
const finish = async (work: Work): Promise<Why | undefined> => {
  await work.sends.untilAnswered();
  await settleAnswers(work);
  if (!isEmpty(readableOf(work.chunk, work.job.malformed))) return undefined;
  if (isEmpty(pendingOf(work.chunk))) return { kind: 'done' };
  // Whose row cannot be read stays unsent: refused would be for good, and it is not his address that is at fault.
  return { kind: 'unreadable', reason: 'row_malformed' };
};

/** Waits for every answer: nobody lets go of a chunk while mails of it are under way. */
const leave = async (work: Work, why: Why): Promise<Leaving> => {
  const { sends } = work;
  if (why.kind === 'fenced' || why.kind === 'controlled') sends.halt();
  await sends.untilAnswered();
  await settleAnswers(work);

  if (why.kind === 'fenced') return why;
  return { ...(sends.stop && why.kind !== 'controlled' ? sends.stop : why), chunk: work.chunk };
};

/** Something failed. What is known of the open claims is still written, as well as may be: the next holder would have to doubt them all. */
const salvage = async (work: Work): Promise<void> => {
  const { sends, job } = work;
  sends.halt();
  await sends.untilAnswered();
  settleKnown(work);
  await job.holder.write(work.chunk).catch(() => 'failed');
};

const settleAnswers = async (work: Work): Promise<void> => {
  await noteAnswers(work.job, settleKnown(work));
};

const settleKnown = (work: Work) => {
  const answered = work.sends.collect();
  work.chunk = settle(work.chunk, sortAnswers(answered), work.job.pace.networkMs);
  return answered;
};
