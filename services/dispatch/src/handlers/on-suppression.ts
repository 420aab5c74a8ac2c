import { ContactErasedV1, ContactReinstatedV1, ContactSuppressedV1 } from '@bulkhead/contracts';
import { type QueueEdge, sqsHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { Suppressions } from '../application/ports.ts';

const Suppression = z.discriminatedUnion('type', [ContactSuppressedV1, ContactReinstatedV1, ContactErasedV1]);

/** contact suppressed, reinstated, erased → our own copy, which is looked at last. Of whoever is erased it knows no more than a hash. */
export const onSuppression = (suppressions: Suppressions, edge: QueueEdge) =>
  sqsHandler(
    {
      schema: Suppression,
      handle: ({ type, data }) =>
        suppressions.record({
          contactId: data.contactId,
          scope: 'scope' in data ? data.scope : { kind: 'everything' },
          isSuppressed: type !== 'contact.reinstated.v1',
          at: new Date(data.at),
        }),
    },
    edge,
  );
