import { CampaignRunSnapshotRequestedV1, causedBy } from '@bulkhead/contracts';
import { type QueueEdge, sqsHandler } from '@bulkhead/lambda-kit';

import type { RequestSnapshot } from '../application/snapshot/request-snapshot.ts';

/** A run needs its recipients → every shard of them is to be frozen. */
export const onSnapshotRequested = (requestSnapshot: RequestSnapshot, edge: QueueEdge) =>
  sqsHandler(
    {
      schema: CampaignRunSnapshotRequestedV1,
      handle: async (event, { log }) => {
        const { runId, attempt = 1, audience, fields, chunkSize, firstChunkSize } = event.data;
        const { listId, lists = [], exclude = [] } = audience;
        const all = [listId, ...lists.filter((other) => other !== listId)] as const;
        const request = { runId, attempt, lists: all, exclude, fields, chunkSize, firstChunkSize };
        const outcome = await requestSnapshot(request, causedBy(event));
        if (!outcome.ok) return log.warn('snapshot_failed', { runId, code: outcome.problem.kind });
        log.info(outcome.value === undefined ? 'snapshot_begun' : 'snapshot_taken', { runId });
      },
    },
    edge,
  );
