import { ContactReinstatedV1, ContactSuppressedV1 } from '@bulkhead/contracts';
import { type QueueEdge, sqsHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { Suppressions } from '../application/ports.ts';

const Suppression = z.discriminatedUnion('type', [ContactSuppressedV1, ContactReinstatedV1]);

/** contact suppressed, contact reinstated → our own copy, which is looked at last. */
export const onSuppression = (suppressions: Suppressions, edge: QueueEdge) =>
  sqsHandler(
    {
      schema: Suppression,
      handle: ({ type, data: { contactId, scope, at } }) =>
        suppressions.record({
          contactId,
          scope,
          isSuppressed: type === 'contact.suppressed.v1',
          at: new Date(at),
        }),
    },
    edge,
  );
