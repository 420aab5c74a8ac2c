import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { GetContact } from '../application/contacts.ts';
import { contactNotFound } from './problems.ts';
import { etagOf } from './revisions.ts';
import { ContactPath } from './shapes.ts';
import { cardView } from './views.ts';

/** GET /api/audience/contacts/{contactId} */
export const getContact = (get: GetContact, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      path: ContactPath,
      handle: async ({ path }) => {
        const card = await get(path.contactId);
        if (card === undefined) return contactNotFound();
        return { status: 200, headers: etagOf(card.contact), body: cardView(card) };
      },
    },
    edge,
  );
