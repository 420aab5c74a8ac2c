import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { RequestUnschedule } from '../application/request-changes.ts';
import { answerTo } from './problems.ts';
import { CampaignPath } from './shapes.ts';
import { versionSeen } from './versions.ts';

/** DELETE /api/campaigns/campaigns/{campaignId}/schedule */
export const unscheduleCampaign = (request: RequestUnschedule, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'sender',
      path: CampaignPath,
      handle: async ({ path: { campaignId }, headers, correlationId }) => {
        const seen = versionSeen(headers);
        if ('answer' in seen) return seen.answer;

        const outcome = await request({ campaignId, version: seen.version }, { correlationId });
        return outcome.ok ? { status: 202, body: { campaignId } } : answerTo(outcome.problem);
      },
    },
    edge,
  );
