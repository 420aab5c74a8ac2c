import { causedBy, DispatchContactExportedV1, ExportContactV1, FeedbackContactExportedV1 } from '@bulkhead/contracts';
import { type QueueEdge, sqsHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { AskOthers } from '../application/export/ask-others.ts';
import type { Exports } from '../application/export/ports.ts';

interface UseCases {
  readonly askOthers: AskOthers;
  readonly exports: Pick<Exports, 'keep'>;
}

/** A person wants to see what is held of them → the others are asked. They answer → it is kept for the person. */
export const onContactExport = ({ askOthers, exports }: UseCases, edge: QueueEdge) =>
  sqsHandler(
    {
      schema: z.discriminatedUnion('type', [ExportContactV1, DispatchContactExportedV1, FeedbackContactExportedV1]),
      handle: async (message) => {
        const { exportId, contactId } = message.data;
        if (message.type === 'export_contact.v1') return askOthers({ exportId, contactId }, causedBy(message));

        const { part } = message.data;
        const name = { exportId, contactId, part };
        if (message.type === 'dispatch.contact_exported.v1') {
          const { suppressions, mailings } = message.data;
          return exports.keep({ ...name, service: 'dispatch', holdings: { suppressions, mailings } });
        }
        return exports.keep({ ...name, service: 'feedback', holdings: { mailings: message.data.mailings } });
      },
    },
    edge,
  );
