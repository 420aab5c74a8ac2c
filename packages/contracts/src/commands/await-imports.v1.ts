import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { CampaignRunSnapshotRequestedV1 } from '../events/campaign-run.snapshot-requested.v1.ts';
import { id, instant } from '../primitives.ts';

/** Begin a snapshot as soon as the imports are over that were under way when it was asked for. Receiver: audience. */
export const AwaitImportsV1 = defineMessage(
  'await_imports.v1',
  z.object({
    /** What was asked for. */
    request: z.omit(CampaignRunSnapshotRequestedV1.shape.data, { campaignId: true }),
    imports: z.array(id()).check(z.minLength(1), z.maxLength(1_000)),
    /** When the waiting began. */
    since: instant(),
  }),
);
export type AwaitImportsV1 = z.infer<typeof AwaitImportsV1>;
