import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { id, s3Uri } from '../primitives.ts';

/** Somebody wants to see a campaign in their own mailbox. Producer: campaigns. */
export const CampaignTestRequestedV1 = defineMessage(
  'campaign.test_requested.v1',
  z.object({
    testId: id(),
    campaignId: id(),
    /** A TestSendV1: content and addresses, which therefore stay out of the message. */
    test: s3Uri(),
  }),
);
export type CampaignTestRequestedV1 = z.infer<typeof CampaignTestRequestedV1>;
