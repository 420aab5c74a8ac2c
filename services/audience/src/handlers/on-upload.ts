import { ReadUploadV1 } from '@bulkhead/contracts';
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

interface Arrived {
  readonly importId: string;
  readonly file: number;
}

/** Somebody's word that an import may be read, and no file that has arrived. */
const WORD = 0;

/** A file was uploaded, or somebody lets an import be read → its contacts are on their way. */
export const onUpload = (importFile: ImportFile, uploadOf: (key: string) => Arrived | undefined, edge: QueueEdge) =>
  sqsHandler(
    {
      schema: z.union([ReadUploadV1, S3Notification]),
      handle: async (told, { log }) => {
        for (const { importId, file } of arrivals(told, uploadOf)) {
          const outcome = await importFile(importId, file);
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

const arrivals = (
  told: ReadUploadV1 | z.infer<typeof S3Notification>,
  uploadOf: (key: string) => Arrived | undefined,
): readonly Arrived[] => {
  if ('data' in told) return [{ importId: told.data.importId, file: WORD }];
  if (!('Records' in told)) return [];
  return told.Records.map(({ s3 }) => {
    const arrived = uploadOf(decodeURIComponent(s3.object.key.replaceAll('+', ' ')));
    if (arrived !== undefined) return arrived;
    const message = 'A file that is no upload of ours; delete it from uploads/';
    throw new PermanentError({ code: 'upload_unexpected', message });
  });
};
