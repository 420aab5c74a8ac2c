import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { count, id } from '../primitives.ts';

/** Start the run of a campaign now. Receiver: campaigns. */
export const LaunchCampaignV1 = defineMessage(
  'launch_campaign.v1',
  z.object({
    campaignId: id(),
    /** The version that the person saw; another one is not launched. */
    version: count(),
  }),
);
export type LaunchCampaignV1 = z.infer<typeof LaunchCampaignV1>;
