import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { chunkNumber, id, instant, offset } from '../primitives.ts';

/**
 * A person wants to see what is held of them: whoever holds anything tells it, part by part. Where nothing is kept by contact, it is kept by
 * the place that the person had in the snapshot of a run. Producer: audience.
 */
export const ContactExportRequestedV1 = defineMessage(
  'contact.export_requested.v1',
  z.object({
    exportId: id(),
    contactId: id(),
    at: instant(),
    /** From 1. What is held by contact belongs to the first part. */
    part: z.int().check(z.minimum(1), z.maximum(1_000)),
    parts: z.int().check(z.minimum(1), z.maximum(1_000)),
    /** The mailings of this part. */
    mailings: z.array(z.object({ runId: id(), chunk: chunkNumber(), offset: offset() })).check(z.maxLength(500)),
  }),
);
export type ContactExportRequestedV1 = z.infer<typeof ContactExportRequestedV1>;
