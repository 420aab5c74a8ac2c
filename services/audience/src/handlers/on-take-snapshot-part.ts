import { causedBy, TakeSnapshotPartV1 } from '@bulkhead/contracts';
import { type QueueEdge, sqsHandler } from '@bulkhead/lambda-kit';

import type { TakePart } from '../application/snapshot/take-part.ts';

/** A shard of a snapshot is to be frozen → it is, and the last one concludes the snapshot. */
export const onTakeSnapshotPart = (takePart: TakePart, edge: QueueEdge) =>
  sqsHandler(
    {
      schema: TakeSnapshotPartV1,
      handle: async (command, { log }) => {
        const {
          runId,
          shard,
          lists: [listId = '', ...others],
        } = command.data;
        const outcome = await takePart({ ...command.data, lists: [listId, ...others] }, causedBy(command));
        if (!outcome.ok) return log.warn('snapshot_failed', { runId, code: outcome.problem.kind });
        if (outcome.value === undefined) return log.info('snapshot_part_taken', { runId, shard });
        const { recipients, chunks } = outcome.value;
        log.info('snapshot_taken', { runId, recipients, chunks });
      },
    },
    edge,
  );
