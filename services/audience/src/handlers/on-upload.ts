import { PermanentError, type QueueEdge, sqsHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { ImportFile } from '../application/import-file.ts';

/** What S3 sends: events, and once, when the notification is set up, a test that holds none. */
const S3Notification = z.union([
  z.object({
    Records: z.array(z.object({ s3: z.object({ object: z.object({ key: z.string() }) }) })).check(z.minLength(1)),
  }),
  z.object({ Event: z.literal('s3:TestEvent') }),
]);

/** A file was uploaded → its contacts are on their way. */
export const onUpload = (importFile: ImportFile, importIdOf: (key: string) => string | undefined, edge: QueueEdge) =>
  sqsHandler(
    {
      schema: S3Notification,
      handle: async (notification, { log }) => {
        if (!('Records' in notification)) return;
        for (const { s3 } of notification.Records) {
          const importId = importIdOf(decodeURIComponent(s3.object.key.replaceAll('+', ' ')));
          if (importId === undefined) {
            throw new PermanentError({
              code: 'upload_unexpected',
              message: 'A file that is no upload of ours; delete it from uploads/',
            });
          }
          const outcome = await importFile(importId);
          if (!outcome.ok) {
            const message = 'An upload of which we know nothing; its import or its file has been deleted';
            throw new PermanentError({ code: outcome.problem.kind, message, details: { importId } });
          }
          log.info('upload_read', { importId, outcome: outcome.value });
        }
      },
    },
    edge,
  );
