import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { RequestErasure } from '../application/erase-contact.ts';
import { contactNotFound } from './problems.ts';
import { ContactPath } from './shapes.ts';

/** DELETE /api/audience/contacts/{contactId}: forgets the person, for good. */
export const eraseContact = (request: RequestErasure, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'administrator',
      path: ContactPath,
      handle: async ({ path, correlationId, requestId }) => {
        const outcome = await request(path.contactId, { correlationId, causationId: requestId });
        return outcome.ok ? { status: 202 } : contactNotFound();
      },
    },
    edge,
  );
