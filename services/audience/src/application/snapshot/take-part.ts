import { type Result, refuse, succeed } from '../../domain/result.ts';
import { conditionOf } from '../../domain/segments/plan.ts';
import { recipientsOf, type SnapshotPart } from '../../domain/snapshot.ts';
import type { Cause, Clock, Ids, Lists } from '../ports.ts';
import type { CompileCondition } from '../segments/ports.ts';
import { type Selector, selectorOf } from '../segments/selector.ts';
import { notingMailings } from '../soft-bounces/note-mailings.ts';
import type { MailedSoftBounces } from '../soft-bounces/ports.ts';
import { type Clocks, clocksOf } from './clocks.ts';
import { conclude } from './conclude.ts';
import type {
  PartRequest,
  SnapshotAnnouncements,
  SnapshotChunks,
  SnapshotParts,
  SnapshotPlans,
  SnapshotProblem,
  Snapshots,
  TakenSnapshot,
} from './ports.ts';
import { readShard, readShardByClock, type ShardReaders } from './read-shard.ts';
import { makeTellFailure } from './tell-failure.ts';
import { writeDepartures } from './write-departures.ts';
import { writePart } from './write-part.ts';

interface Needs extends ShardReaders {
  readonly plans: Pick<SnapshotPlans, 'read'>;
  readonly compile: CompileCondition;
  readonly lists: Pick<Lists, 'find'>;
  readonly softBounces: MailedSoftBounces;
  readonly chunks: SnapshotChunks;
  readonly parts: SnapshotParts;
  readonly snapshots: Snapshots;
  readonly announcements: SnapshotAnnouncements;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** `undefined` while other parts are still to come. */
export type TakePart = (
  request: PartRequest,
  cause: Cause,
) => Promise<Result<TakenSnapshot | undefined, SnapshotProblem>>;

/** How often a long part says that the snapshot is still being taken. */
const PROGRESS_EVERY_MS = 20_000;

/**
 * Freezes one shard of a snapshot, once, and concludes the snapshot if it was the last. Whoever finds all parts done
 * concludes, and the first manifest wins: should the last one die before, its message comes again and finds the same.
 */
export const makeTakePart =
  (needs: Needs): TakePart =>
  async (request, cause) => {
    const { snapshots, parts, announcements } = needs;
    const taken = await snapshots.find(request.runId);
    if (taken !== undefined) return tellTaken(announcements, taken, cause);

    if ((await parts.find(request)) === undefined) {
      const selector = await readSelector(needs, request);
      if (!selector.ok) return makeTellFailure(announcements)(request, selector.problem, cause);
      const clocks = clocksOf(request);
      if (!clocks.ok) return makeTellFailure(announcements)(request, clocks.problem, cause);
      const selected = { ...request, selector: selector.value, clocks: clocks.value };
      await parts.record(request, await take(needs, selected, cause));
    }
    const done = await parts.all(request);
    if (done.length < request.shards) return succeed(undefined);

    const outcome = await conclude(needs, request, done);
    return outcome.ok
      ? tellTaken(announcements, outcome.value, cause)
      : makeTellFailure(announcements)(request, outcome.problem, cause);
  };

const tellTaken = async (announcements: SnapshotAnnouncements, taken: TakenSnapshot, cause: Cause) => {
  await announcements.snapshotTaken(taken, cause);
  return succeed(taken);
};

/** Compiled once for everybody in the part. */
const readSelector = async (
  { plans, compile }: Needs,
  { plan }: PartRequest,
): Promise<Result<Selector, SnapshotProblem>> => {
  const condition = plan === undefined ? succeed(undefined) : conditionOf(await plans.read(plan));
  if (!condition.ok) return refuse({ kind: 'segment_unusable', ...condition.problem });
  return succeed(selectorOf(condition.value, compile));
};

type Selected = PartRequest & { readonly selector: Selector; readonly clocks: Clocks | undefined };

const take = (needs: Needs, request: Selected, cause: Cause): Promise<SnapshotPart> => {
  const { chunks, ids, parts, announcements, clock } = needs;
  let lastSaid = clock.now().getTime();
  const onPage = async (recipients: number): Promise<void> => {
    const now = clock.now().getTime();
    if (now - lastSaid < PROGRESS_EVERY_MS) return;
    lastSaid = now;
    const others = (await parts.all(request)).reduce((sum, part) => sum + recipientsOf(part), 0);
    await announcements.snapshotProgressed(request.runId, others + recipients, cause);
  };
  const folder = { runId: request.runId, takeId: ids.next('take') };
  const mailed = { ...request, at: clock.now() };
  const writing = { chunks, take: folder, onPage };
  const { clocks } = request;
  if (clocks === undefined) {
    return writePart(notingMailings(needs.softBounces, readShard(needs, request), mailed), request, writing);
  }
  const pages = readShardByClock(needs, request, clocks);
  return writeDepartures(notingMailings(needs.softBounces, pages, mailed), request, writing);
};
