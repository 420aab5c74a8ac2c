import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { attemptNumber, id, text } from '../primitives.ts';

/** The recipients of a run cannot be frozen. Producer: audience. */
export const AudienceSnapshotFailedV1 = defineMessage(
  'audience.snapshot_failed.v1',
  z.object({
    runId: id(),
    /** The attempt that asked; a later one that has asked again is not meant. */
    attempt: z.optional(attemptNumber()),
    code: text(64),
    /** A sentence a marketer understands. */
    message: text(500),
  }),
);
export type AudienceSnapshotFailedV1 = z.infer<typeof AudienceSnapshotFailedV1>;
