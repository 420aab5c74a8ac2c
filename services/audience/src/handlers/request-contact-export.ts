import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { RequestExport } from '../application/export/request-export.ts';
import { contactNotFound } from './problems.ts';
import { ContactPath } from './shapes.ts';

/** POST /api/audience/contacts/{contactId}/exports: has gathered what every service holds of the person. */
export const requestContactExport = (request: RequestExport, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'author',
      path: ContactPath,
      handle: async ({ path, correlationId, requestId }) => {
        const begun = await request(path.contactId, { correlationId, causationId: requestId });
        return begun.ok ? { status: 202, body: begun.value } : contactNotFound();
      },
    },
    edge,
  );
