import { type Result, succeed } from '../../domain/result.ts';
import { SHARDS } from '../../domain/shard.ts';
import type { Cause, Lists } from '../ports.ts';
import type {
  SnapshotAnnouncements,
  SnapshotCommands,
  SnapshotProblem,
  SnapshotRequest,
  Snapshots,
  TakenSnapshot,
} from './ports.ts';
import { makeTellFailure } from './tell-failure.ts';

interface Needs {
  readonly lists: Pick<Lists, 'find'>;
  readonly snapshots: Pick<Snapshots, 'find'>;
  readonly commands: SnapshotCommands;
  readonly announcements: SnapshotAnnouncements;
}

/** `undefined` where it is under way. */
export type RequestSnapshot = (
  request: SnapshotRequest,
  cause: Cause,
) => Promise<Result<TakenSnapshot | undefined, SnapshotProblem>>;

/**
 * Has the recipients of a run frozen, shard by shard. A snapshot that has been taken is not taken again: its answer is
 * repeated. A failure leaves nothing behind that a later attempt would find: it looks at the lists again.
 */
export const makeRequestSnapshot =
  ({ lists, snapshots, commands, announcements }: Needs): RequestSnapshot =>
  async (request, cause) => {
    const taken = await snapshots.find(request.runId);
    if (taken !== undefined) {
      await announcements.snapshotTaken(taken, cause);
      return succeed(taken);
    }
    const known = await Promise.all([...request.lists, ...request.exclude].map((listId) => lists.find(listId)));
    if (known.includes(undefined)) {
      return makeTellFailure(announcements)(request, { kind: 'list_not_found' }, cause);
    }
    await commands.takeParts(request, SHARDS, cause);
    return succeed(undefined);
  };
