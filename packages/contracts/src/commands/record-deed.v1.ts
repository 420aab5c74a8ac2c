import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { instant, text } from '../primitives.ts';

/**
 * Keep for ever who did what: somebody has changed something through an API, and it was done. Receiver: console. Ids only, no addresses.
 */
export const RecordDeedV1 = defineMessage(
  'record_deed.v1',
  z.object({
    at: instant(),
    /** Whose API it was. */
    service: text(64),
    /** The route: `POST /api/campaigns/runs/{runId}/{deed}`. */
    operation: text(256),
    /** What the route's path named. */
    subject: z.record(text(64), text(200)),
    /** Who did it, and in which role, as their token said. */
    person: z.object({ sub: text(256), name: z.optional(text(200)), role: z.optional(text(32)) }),
    /** What was answered. */
    status: z.int().check(z.minimum(200), z.maximum(299)),
    requestId: text(128),
  }),
);
export type RecordDeedV1 = z.infer<typeof RecordDeedV1>;
