import { WriteContactsV1 } from '@bulkhead/contracts';
import { PermanentError, type QueueEdge, sqsHandler } from '@bulkhead/lambda-kit';

import type { WriteChunk } from '../application/write-chunk.ts';

/** A chunk of an import → contacts on their list. */
export const onWriteContacts = (writeChunk: WriteChunk, edge: QueueEdge) =>
  sqsHandler(
    {
      schema: WriteContactsV1,
      handle: async ({ data: { importId, attempt, chunk, rows } }, { log }) => {
        const outcome = await writeChunk({ importId, attempt, chunk, uri: rows });
        if (!outcome.ok) {
          const message = 'A chunk of an import of which we know nothing';
          throw new PermanentError({ code: outcome.problem.kind, message, details: { importId } });
        }
        if (outcome.value === 'finished') log.info('import_finished', { importId });
      },
    },
    edge,
  );
