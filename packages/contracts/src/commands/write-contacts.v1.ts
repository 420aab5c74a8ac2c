import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { chunkNumber, count, id, s3Uri } from '../primitives.ts';

/** Write one chunk of an import to the contacts. Receiver: audience. */
export const WriteContactsV1 = defineMessage(
  'write_contacts.v1',
  z.object({
    importId: id(),
    listId: id(),
    /** Which reading of the file the chunk comes from; chunks of a reading that has been replaced are ignored. */
    attempt: id(),
    chunk: chunkNumber(),
    /** An NDJSON object of validated rows, in a form that is audience's own. */
    rows: s3Uri(),
    count: count(),
  }),
);
export type WriteContactsV1 = z.infer<typeof WriteContactsV1>;
