import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { id, text } from '../primitives.ts';

/** A run has begun: its content is frozen and its campaign may no longer be edited. Producer: campaigns. */
export const CampaignRunStartedV1 = defineMessage(
  'campaign_run.started.v1',
  z.object({
    runId: id(),
    campaignId: id(),
    campaignName: text(200),
    listId: id(),
  }),
);
export type CampaignRunStartedV1 = z.infer<typeof CampaignRunStartedV1>;
