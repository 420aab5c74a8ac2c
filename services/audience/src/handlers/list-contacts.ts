import { type Edge, httpHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { ListContacts } from '../application/contacts.ts';
import { contactId, id, pageQuery } from './shapes.ts';

/** GET /api/audience/lists/{listId}/contacts */
export const listContacts = (list: ListContacts, edge: Edge) =>
  httpHandler(
    {
      path: z.object({ listId: id('lst') }),
      query: z.extend(pageQuery, { cursor: z.optional(contactId()) }),
      handle: async ({ path: { listId }, query }) => {
        const { items, cursor } = await list(listId, query);
        const contacts = items.map(({ contact, isMailable }) => ({
          contactId: contact.contactId,
          address: contact.address,
          fields: contact.fields,
          mailable: isMailable,
        }));
        return { status: 200, body: { items: contacts, cursor } };
      },
    },
    edge,
  );
