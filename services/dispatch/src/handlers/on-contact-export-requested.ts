import { ContactExportRequestedV1, causedBy } from '@bulkhead/contracts';
import { type QueueEdge, sqsHandler } from '@bulkhead/lambda-kit';

import type { ExportContact } from '../application/contacts/export-contact.ts';

/** A person wants to see what is held of them → what we hold. */
export const onContactExportRequested = (exportContact: ExportContact, edge: QueueEdge) =>
  sqsHandler(
    {
      schema: ContactExportRequestedV1,
      handle: ({ data: { exportId, contactId, part, mailings }, ...message }) =>
        exportContact({ exportId, contactId, part, mailings }, causedBy(message)),
    },
    edge,
  );
