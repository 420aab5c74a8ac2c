import { CampaignRunSnapshotRequestedV1, causedBy } from '@bulkhead/contracts';
import { type QueueEdge, sqsHandler } from '@bulkhead/lambda-kit';

import type { TakeSnapshot } from '../application/take-snapshot.ts';

/** A run needs its recipients → they are frozen. */
export const onSnapshotRequested = (takeSnapshot: TakeSnapshot, edge: QueueEdge) =>
  sqsHandler(
    {
      schema: CampaignRunSnapshotRequestedV1,
      handle: async (event, { log }) => {
        const { runId, audience, fields, chunkSize, firstChunkSize } = event.data;
        const request = { runId, listId: audience.listId, fields, chunkSize, firstChunkSize };
        const outcome = await takeSnapshot(request, causedBy(event));
        if (!outcome.ok) return log.warn('snapshot_failed', { runId, code: outcome.problem.kind });
        const { recipients, chunks } = outcome.value;
        log.info('snapshot_taken', { runId, recipients, chunks });
      },
    },
    edge,
  );
