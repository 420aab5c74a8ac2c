import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { Campaigns } from '../application/ports.ts';
import { answerTo } from './problems.ts';
import { CampaignPath } from './shapes.ts';
import { etagOf } from './versions.ts';
import { campaignView } from './views.ts';

/** GET /api/campaigns/campaigns/{campaignId} */
export const getCampaign = (campaigns: Pick<Campaigns, 'find'>, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      path: CampaignPath,
      handle: async ({ path: { campaignId } }) => {
        const campaign = await campaigns.find(campaignId);
        if (campaign === undefined) return answerTo({ kind: 'campaign_not_found' });
        return { status: 200, headers: etagOf(campaign), body: campaignView(campaign) };
      },
    },
    edge,
  );
