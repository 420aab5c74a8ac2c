import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { count, id, instant, localTime } from '../primitives.ts';

/** Start the run of a campaign at a time. Receiver: campaigns. */
export const ScheduleCampaignV1 = defineMessage(
  'schedule_campaign.v1',
  z.object({
    campaignId: id(),
    version: count(),
    /** When the run starts. */
    sendAt: instant(),
    /** Everybody is mailed when clocks where they are show this; the run starts before the first of them. */
    localTime: z.optional(localTime()),
  }),
);
export type ScheduleCampaignV1 = z.infer<typeof ScheduleCampaignV1>;
