import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { count, id, instant } from '../primitives.ts';

/** Start the run of a campaign at a time. Receiver: campaigns. */
export const ScheduleCampaignV1 = defineMessage(
  'schedule_campaign.v1',
  z.object({ campaignId: id(), version: count(), sendAt: instant() }),
);
export type ScheduleCampaignV1 = z.infer<typeof ScheduleCampaignV1>;
