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
        const taken = await takeSnapshot(request, causedBy(event));
        if (taken === undefined) return log.warn('snapshot_failed', { runId, code: 'list_not_found' });
        log.info('snapshot_taken', { runId, recipients: taken.recipients, chunks: taken.chunks });
      },
    },
    edge,
  );
