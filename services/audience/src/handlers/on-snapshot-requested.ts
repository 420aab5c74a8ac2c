import { AwaitImportsV1, CampaignRunSnapshotRequestedV1, causedBy } from '@bulkhead/contracts';
import { type QueueEdge, sqsHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { SnapshotRequest } from '../application/snapshot/ports.ts';
import type { RequestSnapshot } from '../application/snapshot/request-snapshot.ts';

const Asked = z.discriminatedUnion('type', [CampaignRunSnapshotRequestedV1, AwaitImportsV1]);

const toRequest = (asked: AwaitImportsV1['data']['request']): SnapshotRequest => {
  const { runId, attempt = 1, audience, fields, chunkSize, firstChunkSize, localTime } = asked;
  const { listId, lists = [], exclude = [], segments = [], excludeSegments = [] } = audience;
  const all = [listId, ...lists.filter((other) => other !== listId)] as const;
  const people = { lists: all, exclude, segments, excludeSegments };
  return { runId, attempt, ...people, fields, chunkSize, firstChunkSize, ...(localTime && { localTime }) };
};

/** A run needs its recipients, or has waited for imports → every shard of them is to be frozen. */
export const onSnapshotRequested = (requestSnapshot: RequestSnapshot, edge: QueueEdge) =>
  sqsHandler(
    {
      schema: Asked,
      handle: async (asked, { log }) => {
        const isAgain = asked.type === 'await_imports.v1';
        const request = toRequest(isAgain ? asked.data.request : asked.data);
        const { runId } = request;
        const outcome = await requestSnapshot(request, causedBy(asked), isAgain ? asked.data : undefined);
        if (!outcome.ok) return log.warn('snapshot_failed', { runId, code: outcome.problem.kind });
        log.info(codeOf(outcome.value), { runId });
      },
    },
    edge,
  );

const codeOf = (state: 'begun' | 'waiting' | object) => {
  if (state === 'begun') return 'snapshot_begun';
  return state === 'waiting' ? 'snapshot_waits' : 'snapshot_taken';
};
