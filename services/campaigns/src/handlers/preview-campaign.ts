import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { PreviewCampaign } from '../application/preview-campaign.ts';
import { answerTo } from './problems.ts';
import { CampaignPath, PreviewBody } from './shapes.ts';

/** POST /api/campaigns/campaigns/{campaignId}/preview */
export const previewCampaign = (preview: PreviewCampaign, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      path: CampaignPath,
      body: PreviewBody,
      handle: async ({ path: { campaignId }, body: { fields } }) => {
        const outcome = await preview(campaignId, fields);
        return outcome.ok ? { status: 200, body: outcome.value } : answerTo(outcome.problem);
      },
    },
    edge,
  );
