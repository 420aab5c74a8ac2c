import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { RequestLaunch } from '../application/request-changes.ts';
import { answerTo } from './problems.ts';
import { CampaignPath } from './shapes.ts';
import { versionSeen } from './versions.ts';

/** POST /api/campaigns/campaigns/{campaignId}/launch */
export const launchCampaign = (request: RequestLaunch, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'sender',
      path: CampaignPath,
      handle: async ({ path: { campaignId }, headers, correlationId }) => {
        const seen = versionSeen(headers);
        if ('answer' in seen) return seen.answer;

        const outcome = await request({ campaignId, version: seen.version }, { correlationId });
        return outcome.ok ? { status: 202, body: outcome.value } : answerTo(outcome.problem);
      },
    },
    edge,
  );
