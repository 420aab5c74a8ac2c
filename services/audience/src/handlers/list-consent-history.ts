import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { ListConsentHistory } from '../application/list-consent-history.ts';
import { contactNotFound } from './problems.ts';
import { ContactPath, pageQuery } from './shapes.ts';
import { consentEntryView } from './views.ts';

/** GET /api/audience/contacts/{contactId}/history */
export const listConsentHistory = (list: ListConsentHistory, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      path: ContactPath,
      query: pageQuery,
      handle: async ({ path, query }) => {
        const page = await list(path.contactId, query);
        if (page === undefined) return contactNotFound();
        return { status: 200, body: { items: page.items.map(consentEntryView), cursor: page.cursor } };
      },
    },
    edge,
  );
