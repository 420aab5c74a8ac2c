import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { id, instant } from '../primitives.ts';
import { suppressionScope } from '../suppression-scope.ts';

/** What dispatch holds of a person. Answers contact.export_requested, part by part. Producer: dispatch. */
export const DispatchContactExportedV1 = defineMessage(
  'dispatch.contact_exported.v1',
  z.object({
    exportId: id(),
    contactId: id(),
    part: z.int().check(z.minimum(1), z.maximum(1_000)),
    /** Its copy of who may not be mailed. */
    suppressions: z.array(z.object({ scope: suppressionScope(), isSuppressed: z.boolean(), at: instant() })),
    /** What became of the mails of the runs that were asked about. A run that dispatch knows nothing of is missing. */
    mailings: z
      .array(
        z.object({
          runId: id(),
          state: z.enum(['pending', 'claimed', 'accepted', 'refused', 'suppressed', 'unknown', 'left']),
        }),
      )
      .check(z.maxLength(500)),
  }),
);
export type DispatchContactExportedV1 = z.infer<typeof DispatchContactExportedV1>;
