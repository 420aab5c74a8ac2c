import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { count, id } from '../primitives.ts';

/** What happened so far to the mails of a run. Sums that only grow. Producer: feedback. */
export const CampaignRunHealthChangedV1 = defineMessage(
  'campaign_run.health_changed.v1',
  z.object({
    runId: id(),
    sent: count(),
    delivered: count(),
    hardBounced: count(),
    complained: count(),
  }),
);
export type CampaignRunHealthChangedV1 = z.infer<typeof CampaignRunHealthChangedV1>;
