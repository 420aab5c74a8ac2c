import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { attemptNumber, count, id, text } from '../primitives.ts';

/** A long snapshot is still being taken, or waits. Producer: audience. */
export const AudienceSnapshotProgressedV1 = defineMessage(
  'audience.snapshot_progressed.v1',
  z.object({
    runId: id(),
    recipients: count(),
    /** The attempt that asked. */
    attempt: z.optional(attemptNumber()),
    /** What it waits for, a sentence a marketer understands; a snapshot that does not wait says nothing. */
    waitsFor: z.optional(text(500)),
  }),
);
export type AudienceSnapshotProgressedV1 = z.infer<typeof AudienceSnapshotProgressedV1>;
