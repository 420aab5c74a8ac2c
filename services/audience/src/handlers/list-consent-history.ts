import { type Edge, httpHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { ListConsentHistory } from '../application/list-consent-history.ts';
import type { ConsentEntry } from '../domain/consent-entry.ts';
import { contactNotFound } from './problems.ts';
import { contactId, pageQuery } from './shapes.ts';

/** GET /api/audience/contacts/{contactId}/history */
export const listConsentHistory = (list: ListConsentHistory, edge: Edge) =>
  httpHandler(
    {
      path: z.object({ contactId: contactId() }),
      query: pageQuery,
      handle: async ({ path, query }) => {
        const page = await list(path.contactId, query);
        if (page === undefined) return contactNotFound();
        return { status: 200, body: { items: page.items.map(shown), cursor: page.cursor } };
      },
    },
    edge,
  );

const shown = ({ said, evidence }: ConsentEntry) => ({
  at: said.at,
  scope: said.scope,
  change: said.isSuppressed ? 'suppress' : 'reinstate',
  ...(said.isSuppressed && { reason: said.reason }),
  ...evidence,
});
