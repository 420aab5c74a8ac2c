import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { PreflightCampaign } from '../application/preflight.ts';
import { PreflightQuery } from './preflight-shapes.ts';
import { preflightView } from './preflight-view.ts';
import { answerTo } from './problems.ts';
import { CampaignPath } from './shapes.ts';

/** GET /api/campaigns/campaigns/{campaignId}/preflight */
export const preflightCampaign = (preflight: PreflightCampaign, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      path: CampaignPath,
      query: PreflightQuery,
      handle: async ({ path: { campaignId }, query: { recipients } }) => {
        const outcome = await preflight({ campaignId, recipients });
        return outcome.ok ? { status: 200, body: preflightView(outcome.value) } : answerTo(outcome.problem);
      },
    },
    edge,
  );
