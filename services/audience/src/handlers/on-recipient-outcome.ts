import { causedBy, RecipientBouncedV1, RecipientComplainedV1 } from '@bulkhead/contracts';
import { type QueueEdge, sqsHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { RecordOutcome } from '../application/change-consent.ts';
import type { HearBounce } from '../application/soft-bounces/hear-bounce.ts';

interface UseCases {
  readonly recordOutcome: RecordOutcome;
  readonly hearBounce: HearBounce;
}

/** A mail came back for good, or was called spam → the address gets no more mail. Other bounces do the same when there are many in a row. */
export const onRecipientOutcome = ({ recordOutcome, hearBounce }: UseCases, edge: QueueEdge) =>
  sqsHandler(
    {
      schema: z.discriminatedUnion('type', [RecipientBouncedV1, RecipientComplainedV1]),
      handle: async (event) => {
        const { contactId, runId } = event.data;
        const at = new Date(event.data.at).toISOString();
        const cause = causedBy(event);
        if (event.type === 'recipient.complained.v1')
          return recordOutcome({ contactId, runId, at, reason: 'complaint' }, cause);
        const { kind, category } = event.data;
        if (kind === 'permanent')
          return recordOutcome({ contactId, runId, at, reason: 'hard_bounce', category }, cause);
        return hearBounce({ contactId, runId, at, category, isUndetermined: kind === 'undetermined' }, cause);
      },
    },
    edge,
  );
