import { isEmpty } from '../domain/bitmap.ts';
import { type ChunkState, pendingOf } from '../domain/chunk-state.ts';
import type { ChunkTask } from '../domain/run.ts';
import { settleDoubt } from '../domain/settle-doubt.ts';
import { pauseForQuota } from '../domain/turn.ts';
import { close, isDoubtful, release, withUnreadable } from '../domain/work-on-chunk.ts';
import type { Job, Leaving } from './job.ts';
import type { BrownOuts, Cause, ChunkTasks, Clock, Controls, Facts, Governors, Observer, Suspension } from './ports.ts';
import { readCapacity } from './read-capacity.ts';
import type { ReportChunk } from './report-chunk.ts';

interface Ports {
  readonly tasks: ChunkTasks;
  readonly facts: Facts;
  readonly brownOuts: BrownOuts;
  readonly controls: Pick<Controls, 'read'>;
  readonly governors: Pick<Governors, 'read'>;
  readonly clock: Clock;
  readonly observer: Observer;
  readonly reportChunk: ReportChunk;
}

type Unfenced = Exclude<Leaving, { readonly kind: 'fenced' }>;

/** What leaving needs of the work on a chunk. */
export type Stay = Pick<Job, 'task' | 'run' | 'holder' | 'doubtRules'>;

const BROWN_OUT_WINDOW_MS = 5 * 60_000;
const BROWN_OUTS_TO_HOLD = 3;
const BACK_OFF_MS = 60_000;
/** The message goes first. Whoever took it before the chunk is released would put it off until the lease ends. */
const UNTIL_RELEASED_MS = 1_000;

/** Leaves a chunk: closed and reported if the wave asks nothing more of it, else handed back as a new, later message. */
export const makeLeaveChunk =
  (ports: Ports) =>
  async (job: Stay, why: Unfenced, cause: Cause): Promise<'left' | 'fenced'> => {
    const leaving = isOver(why) ? lookAtDoubt(ports, job, why) : why;
    return isOver(leaving)
      ? closeChunk(ports, {
          job,
          chunk: leaving.kind === 'unreadable' ? withUnreadable(leaving.chunk, leaving.reason) : leaving.chunk,
          cause,
        })
      : handBack(ports, { job, leaving, cause });
  };

/** Nothing more is to be sent in this wave. */
const isOver = ({ kind, chunk }: Unfenced): boolean =>
  kind === 'controlled' || kind === 'unreadable' || (kind !== 'doubtful' && isEmpty(pendingOf(chunk)));

/** A final wave owes an answer for every doubt, whatever people want of the run. */
const lookAtDoubt = ({ clock }: Ports, { task, doubtRules: rules }: Stay, leaving: Unfenced): Unfenced => {
  if (!task.final || !isDoubtful(leaving.chunk)) return leaving;

  const verdict = settleDoubt(leaving.chunk, undefined, { rules, now: clock.now(), since: task.settlingSince });
  if (verdict.kind === 'settled') return { ...leaving, chunk: verdict.chunk };
  return { kind: 'doubtful', chunk: verdict.chunk, delayMs: verdict.kind === 'early' ? verdict.delayMs : 0 };
};

const closeChunk = async (
  { facts, reportChunk }: Ports,
  { job, chunk, cause }: { readonly job: Stay; readonly chunk: ChunkState; readonly cause: Cause },
): Promise<'left' | 'fenced'> => {
  if ((await job.holder.write(close(chunk, job.task))) === 'fenced') return 'fenced';

  await facts.waveProgressed(job.task, 'closed', cause);
  await reportChunk(job.task, cause);
  return 'left';
};

/**
 * The new message first, then the write that outlives the old one: a crash between them costs a message, never the chunk. Whoever stopped
 * the run meanwhile has called in those that nobody held, and this one was held: it is not put off, either.
 */
const handBack = async (
  ports: Ports,
  { job, leaving, cause }: { readonly job: Stay; readonly leaving: Unfenced; readonly cause: Cause },
): Promise<'left' | 'fenced'> => {
  const { task, run, holder } = job;
  // Its turn is now: it was at work, and whoever waits longest looks most seldom.
  const now = ports.clock.now();
  const settling = leaving.kind === 'doubtful' ? { settlingSince: task.settlingSince ?? now } : {};
  const next = { ...task, ...settling, tick: task.tick + 1, turnAt: now };
  const suspension = await suspensionIn(ports, task.runId, leaving);

  const delayMs = delayFor(leaving, task.chunk);
  await ports.tasks.send([next], delayMs, cause);
  if ((await holder.write(release(leaving.chunk, next.tick))) === 'fenced') return 'fenced';

  const isPutOff = leaving.kind !== 'doubtful' && delayMs > UNTIL_RELEASED_MS;
  if (isPutOff && (await ports.controls.read(run)).control !== 'send') await ports.tasks.send([next], 0, cause);
  if (suspension !== undefined) await ports.facts.sendingSuspended(task, suspension, cause);
  await tellHandedBack(ports, { task, leaving, cause });
  return 'left';
};

/** SES has the last word on its quota, whatever the governor still counts. */
const tellHandedBack = async (
  ports: Ports,
  { task, leaving, cause }: { readonly task: ChunkTask; readonly leaving: Unfenced; readonly cause: Cause },
): Promise<void> => {
  const capacity = leaving.kind === 'quota' ? await readCapacity(ports, task.runId) : undefined;
  await ports.facts.waveProgressed(task, 'handed_back', cause, capacity && { ...capacity, left24Hours: 0 });
};

const suspensionIn = async (
  { brownOuts, clock, observer }: Ports,
  runId: string,
  leaving: Unfenced,
): Promise<Suspension | undefined> => {
  if (leaving.kind === 'suspended') return leaving;
  if (leaving.kind !== 'brown_out') return undefined;

  const now = clock.now();
  observer.count('BrownOuts', 1);
  await brownOuts.note(runId, now);
  const recent = await brownOuts.countSince(runId, now - BROWN_OUT_WINDOW_MS);
  if (recent < BROWN_OUTS_TO_HOLD) return undefined;
  return { reason: 'provider_failing', message: `SES left ${recent} batches without answers within five minutes` };
};

const delayFor = (leaving: Unfenced, chunk: number): number => {
  switch (leaving.kind) {
    case 'rate':
      return Math.max(1_000, leaving.delayMs);
    case 'doubtful':
      return leaving.delayMs;
    case 'quota':
      return pauseForQuota(chunk);
    case 'suspended':
    case 'not_now':
    case 'brown_out':
      return BACK_OFF_MS;
    case 'done':
    case 'controlled':
    case 'deadline':
    case 'unreadable':
      return UNTIL_RELEASED_MS;
    default:
      return leaving satisfies never;
  }
};

/** How many recent brown-outs a sender takes into account. */
export const recentBrownOuts = (brownOuts: BrownOuts, runId: string, now: number): Promise<number> =>
  brownOuts.countSince(runId, now - BROWN_OUT_WINDOW_MS);
