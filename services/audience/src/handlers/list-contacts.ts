import { cursorUnreadable, type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { ListContacts } from '../application/contacts.ts';
import { contactId, ListPath, pageQuery } from './shapes.ts';
import { contactView } from './views.ts';

/** The cursor of members is the last of them. */
const Mark = z.optional(contactId());

/** GET /api/audience/lists/{listId}/contacts */
export const listContacts = (list: ListContacts, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      path: ListPath,
      query: pageQuery,
      handle: async ({ path: { listId }, query }) => {
        if (!z.safeParse(Mark, query.cursor).success) return cursorUnreadable();

        const { items, cursor } = await list(listId, query);
        const contacts = items.map(({ contact, isMailable }) => ({ ...contactView(contact), mailable: isMailable }));
        return { status: 200, body: { items: contacts, cursor } };
      },
    },
    edge,
  );
