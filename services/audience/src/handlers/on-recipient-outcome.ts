import { causedBy, RecipientBouncedV1, RecipientComplainedV1 } from '@bulkhead/contracts';
import { type QueueEdge, sqsHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { RecordOutcome } from '../application/change-consent.ts';

/** A mail came back for good, or was called spam → the address gets no more mail. Other bounces say nothing for good. */
export const onRecipientOutcome = (recordOutcome: RecordOutcome, edge: QueueEdge) =>
  sqsHandler(
    {
      schema: z.discriminatedUnion('type', [RecipientBouncedV1, RecipientComplainedV1]),
      handle: async (event) => {
        const { contactId, runId } = event.data;
        const at = new Date(event.data.at).toISOString();
        const cause = causedBy(event);
        if (event.type === 'recipient.complained.v1')
          return recordOutcome({ contactId, runId, at, reason: 'complaint' }, cause);
        if (event.data.kind === 'permanent')
          return recordOutcome({ contactId, runId, at, reason: 'hard_bounce' }, cause);
      },
    },
    edge,
  );
