import { cutDepartures, type Departure, inOrderOfDeparture } from '../../domain/departures.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import {
  cutRests,
  excludedOf,
  inOrder,
  recipientsOf,
  type SnapshotChunk,
  type SnapshotPart,
} from '../../domain/snapshot.ts';
import type { Ids, Lists } from '../ports.ts';
import type { PartRequest, SnapshotChunks, SnapshotProblem, Snapshots, TakenSnapshot } from './ports.ts';

interface Needs {
  readonly lists: Pick<Lists, 'find'>;
  readonly chunks: Pick<SnapshotChunks, 'cutAnew'>;
  readonly snapshots: Pick<Snapshots, 'conclude'>;
  readonly ids: Ids;
}

/** Makes a whole of all parts. */
export const conclude = async (
  needs: Needs,
  request: PartRequest,
  done: readonly SnapshotPart[],
): Promise<Result<TakenSnapshot, SnapshotProblem>> => {
  const { lists, snapshots } = needs;
  const { runId, fields } = request;
  const [list, ...others] = await Promise.all(request.lists.map((listId) => lists.find(listId)));
  if (list === undefined) return refuse({ kind: 'list_not_found' });
  const excluded = excludedOf(done);
  if (done.every((part) => recipientsOf(part) === 0)) {
    return refuse({ kind: excluded.leftOut > 0 ? 'nobody_selected' : 'nobody_to_mail' });
  }
  const mailed = [list, ...others.filter((other) => other !== undefined)] as const;
  return succeed(
    await snapshots.conclude({ runId, fields, excluded, lists: mailed, ...(await putTogether(needs, request, done)) }),
  );
};

interface Whole {
  readonly chunks: readonly SnapshotChunk[];
  readonly departures?: readonly Departure[];
}

const putTogether = async (
  { chunks, ids }: Needs,
  request: PartRequest,
  done: readonly SnapshotPart[],
): Promise<Whole> => {
  const take = { runId: request.runId, takeId: ids.next('take') };
  if (request.localTime === undefined) {
    const { rests, sizes } = cutRests(done, request);
    return { chunks: inOrder(done, await chunks.cutAnew(take, rests, sizes)) };
  }
  // The sizes of a moment come to its rests, so no chunk has people of two.
  const cut = cutDepartures(done, request);
  const [rests, sizes] = [cut.flatMap((each) => each.rests), cut.flatMap((each) => each.sizes)];
  return inOrderOfDeparture(cut, await chunks.cutAnew(take, rests, sizes));
};
