import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { ListConsentHistory } from '../application/list-consent-history.ts';
import { contactNotFound } from './problems.ts';
import { contactId, pageQuery } from './shapes.ts';
import { consentEntryView } from './views.ts';

/** GET /api/audience/contacts/{contactId}/history */
export const listConsentHistory = (list: ListConsentHistory, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      path: z.object({ contactId: contactId() }),
      query: pageQuery,
      handle: async ({ path, query }) => {
        const page = await list(path.contactId, query);
        if (page === undefined) return contactNotFound();
        return { status: 200, body: { items: page.items.map(consentEntryView), cursor: page.cursor } };
      },
    },
    edge,
  );
