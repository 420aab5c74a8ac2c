import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { attemptNumber, count, exclusion, id } from '../primitives.ts';

/**
 * A run is to go on, to pause or to stop. A later revision outranks an earlier one; cancel is final for its attempt, and only a
 * later attempt lets the run go on. Producer: campaigns.
 */
export const CampaignRunControlChangedV1 = defineMessage(
  'campaign_run.control_changed.v1',
  z.object({
    runId: id(),
    control: z.enum(['send', 'hold', 'cancel']),
    revision: count(),
    /** The attempt that this is about. */
    attempt: z.optional(attemptNumber()),
    /** Whoever is pending and belongs to it is not mailed, now and in later attempts. Missing where nobody is excluded. */
    exclude: z.optional(exclusion()),
  }),
);
export type CampaignRunControlChangedV1 = z.infer<typeof CampaignRunControlChangedV1>;
