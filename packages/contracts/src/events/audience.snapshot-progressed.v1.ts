import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { count, id } from '../primitives.ts';

/** A long snapshot is still being taken. Producer: audience. */
export const AudienceSnapshotProgressedV1 = defineMessage(
  'audience.snapshot_progressed.v1',
  z.object({ runId: id(), recipients: count() }),
);
export type AudienceSnapshotProgressedV1 = z.infer<typeof AudienceSnapshotProgressedV1>;
