import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { attemptNumber, count, id } from '../primitives.ts';

/** An attempt at a run has ended. Its ledger stays: a later attempt goes on from there. Producer: campaigns. */
export const CampaignRunFinishedV1 = defineMessage(
  'campaign_run.finished.v1',
  z.object({
    runId: id(),
    campaignId: id(),
    outcome: z.enum(['sent', 'cancelled', 'failed']),
    recipients: count(),
    accepted: count(),
    refused: count(),
    suppressed: count(),
    /** Never settled doubt: may have been sent, is not sent again. */
    left: count(),
    /** Certainly not sent: after a cancel or a failure, or because their rows could not be read. */
    unsent: count(),
    /** The attempt that has ended. */
    attempt: z.optional(attemptNumber()),
  }),
);
export type CampaignRunFinishedV1 = z.infer<typeof CampaignRunFinishedV1>;
