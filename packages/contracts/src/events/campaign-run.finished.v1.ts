import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { count, id } from '../primitives.ts';

/** A run has ended. A failed one keeps its ledger and may be resumed. Producer: campaigns. */
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
    /** Certainly not sent: after a cancel or a failure. */
    unsent: count(),
  }),
);
export type CampaignRunFinishedV1 = z.infer<typeof CampaignRunFinishedV1>;
