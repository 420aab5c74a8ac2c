import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { count, id } from '../primitives.ts';

/** Make a scheduled campaign a draft again. Receiver: campaigns. */
export const UnscheduleCampaignV1 = defineMessage(
  'unschedule_campaign.v1',
  z.object({ campaignId: id(), version: count() }),
);
export type UnscheduleCampaignV1 = z.infer<typeof UnscheduleCampaignV1>;
