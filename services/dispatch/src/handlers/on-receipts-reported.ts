import { ReceiptsReportedV1 } from '@bulkhead/contracts';
import { type QueueEdge, sqsHandler } from '@bulkhead/lambda-kit';

import type { Evidences } from '../application/ports.ts';

/** receipts reported → evidence, for whoever settles the doubt of the chunk next. */
export const onReceiptsReported = (evidences: Pick<Evidences, 'record'>, edge: QueueEdge) =>
  sqsHandler(
    {
      schema: ReceiptsReportedV1,
      handle: ({ data: { runId, chunk, asOf, seen } }) =>
        evidences.record(
          { runId, chunk },
          { asOf: Date.parse(asOf), seen: Uint8Array.from(Buffer.from(seen, 'base64')) },
        ),
    },
    edge,
  );
