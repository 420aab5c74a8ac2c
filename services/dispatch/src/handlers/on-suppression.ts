import { ContactErasedV1, ContactReinstatedV1, ContactSuppressedV1 } from '@bulkhead/contracts';
import { type QueueEdge, sqsHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { Erasures } from '../application/contacts/ports.ts';
import type { Suppressions } from '../application/ports.ts';

const Suppression = z.discriminatedUnion('type', [ContactSuppressedV1, ContactReinstatedV1, ContactErasedV1]);

/** contact suppressed, reinstated, erased → our own copy, which is looked at last. Of whoever is erased it keeps that they may not be mailed. */
export const onSuppression = (suppressions: Pick<Suppressions, 'record'> & Erasures, edge: QueueEdge) =>
  sqsHandler(
    {
      schema: Suppression,
      handle: ({ type, data: { contactId, ...data } }) => {
        const at = new Date(data.at);
        if (!('scope' in data)) return suppressions.erase(contactId, at);
        return suppressions.record({
          contactId,
          scope: data.scope,
          isSuppressed: type === 'contact.suppressed.v1',
          at,
        });
      },
    },
    edge,
  );
