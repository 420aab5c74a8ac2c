import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { ExportContact } from '../application/export-contact.ts';
import { contactNotFound } from './problems.ts';
import { ContactPath } from './shapes.ts';
import { contactExportView } from './views.ts';

/** GET /api/audience/contacts/{contactId}/export: all that is known of one person, to be handed to them. */
export const exportContact = (read: ExportContact, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'author',
      path: ContactPath,
      handle: async ({ path }) => {
        const found = await read(path.contactId);
        if (found === undefined) return contactNotFound();
        const disposition = `attachment; filename="${path.contactId}.json"`;
        return { status: 200, headers: { 'content-disposition': disposition }, body: contactExportView(found) };
      },
    },
    edge,
  );
