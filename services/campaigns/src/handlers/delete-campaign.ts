import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { DeleteCampaign } from '../application/campaigns.ts';
import { answerTo } from './problems.ts';
import { CampaignPath } from './shapes.ts';
import { unlessOvertaken, versionSeen } from './versions.ts';

/** DELETE /api/campaigns/campaigns/{campaignId} */
export const deleteCampaign = (remove: DeleteCampaign, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'author',
      path: CampaignPath,
      handle: ({ path: { campaignId }, headers }) =>
        unlessOvertaken(async () => {
          const seen = versionSeen(headers);
          if ('answer' in seen) return seen.answer;

          const outcome = await remove({ campaignId, version: seen.version });
          return outcome.ok ? { status: 204 } : answerTo(outcome.problem);
        }),
    },
    edge,
  );
