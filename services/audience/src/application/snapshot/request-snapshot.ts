import type { ImportWait } from '../../domain/import-wait.ts';
import { type Result, succeed } from '../../domain/result.ts';
import { namedLists } from '../../domain/segments/named-lists.ts';
import { SHARDS } from '../../domain/shard.ts';
import type { Cause } from '../ports.ts';
import { awaitImports } from './await-imports.ts';
import { makeFixPlan, type PlanNeeds } from './fix-plan.ts';
import type { ImportsUnderWay } from './imports-under-way.ts';
import type {
  SnapshotAnnouncements,
  SnapshotCommands,
  SnapshotPlan,
  SnapshotProblem,
  SnapshotRequest,
  Snapshots,
  TakenSnapshot,
} from './ports.ts';
import { makeTellFailure } from './tell-failure.ts';

interface Needs extends PlanNeeds {
  readonly importsUnderWay: ImportsUnderWay;
  readonly snapshots: Pick<Snapshots, 'find'>;
  readonly commands: SnapshotCommands;
  readonly announcements: SnapshotAnnouncements;
}

export type RequestSnapshot = (
  request: SnapshotRequest,
  cause: Cause,
  /** Where it has waited already. */
  waited?: ImportWait,
) => Promise<Result<TakenSnapshot | 'begun' | 'waiting', SnapshotProblem>>;

/**
 * Fixes what a snapshot takes, and has the recipients of a run frozen, shard by shard, as soon as the imports into its lists are over that were under way
 * when it was asked for; of those that begin later nothing is promised. A snapshot that has been taken is not taken again:
 * its answer is repeated. A failure leaves nothing behind that a later attempt would find: it looks at the lists again.
 */
export const makeRequestSnapshot =
  (needs: Needs): RequestSnapshot =>
  async (request, cause, waited) => {
    const { importsUnderWay, snapshots, commands, announcements, clock } = needs;
    const taken = await snapshots.find(request.runId);
    if (taken !== undefined) {
      await announcements.snapshotTaken(taken, cause);
      return succeed(taken);
    }
    const fixed = await makeFixPlan(needs)(request);
    if (!fixed.ok) return makeTellFailure(announcements)(request, fixed.problem, cause);
    const imports = await (waited
      ? importsUnderWay.among(waited.imports)
      : importsUnderWay.into(listsOf(fixed.value.plan)));
    if (imports.length > 0) {
      const since = waited?.since ?? clock.now().toISOString();
      return awaitImports(needs, { request, imports, since }, cause);
    }
    if (waited) await announcements.snapshotProgressed(request.runId, 0, cause);
    await commands.takeParts(fixed.value, SHARDS, cause);
    return succeed('begun');
  };

/** Whose members decide who is taken: those that are mailed or left out, and those that rules ask about. */
const listsOf = ({ lists, exclude, segments, excludeSegments }: SnapshotPlan): readonly string[] => [
  ...lists,
  ...exclude,
  ...[...segments, ...excludeSegments].flatMap(({ rule }) => namedLists(rule).map(({ listId }) => listId)),
];
