import { ContactExportRequestedV1 } from '@bulkhead/contracts';
import { type QueueEdge, sqsHandler } from '@bulkhead/lambda-kit';

import type { ExportContact } from '../application/export-contact.ts';

/** A person wants to see what is held of them → what happened to their mails. */
export const onContactExportRequested = (exportContact: ExportContact, edge: QueueEdge) =>
  sqsHandler(
    {
      schema: ContactExportRequestedV1,
      handle: ({ id, correlationid, data: { exportId, contactId, part, mailings } }) =>
        exportContact({ exportId, contactId, part, mailings }, { correlationId: correlationid, causationId: id }),
    },
    edge,
  );
