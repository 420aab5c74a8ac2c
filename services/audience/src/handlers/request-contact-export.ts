import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { RequestExport } from '../application/export/request-export.ts';
import { contactNotFound } from './problems.ts';
import { contactId } from './shapes.ts';

/** POST /api/audience/contacts/{contactId}/exports: has gathered what every service holds of the person. */
export const requestContactExport = (request: RequestExport, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'author',
      path: z.object({ contactId: contactId() }),
      handle: async ({ path, correlationId, requestId }) => {
        const begun = await request(path.contactId, { correlationId, causationId: requestId });
        return begun.ok ? { status: 202, body: begun.value } : contactNotFound();
      },
    },
    edge,
  );
