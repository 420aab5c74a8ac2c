import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { RequestSchedule } from '../application/request-changes.ts';
import { answerTo } from './problems.ts';
import { CampaignPath, ScheduleBody } from './shapes.ts';
import { versionSeen } from './versions.ts';

/** POST /api/campaigns/campaigns/{campaignId}/schedule */
export const scheduleCampaign = (request: RequestSchedule, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'sender',
      path: CampaignPath,
      body: ScheduleBody,
      handle: async ({ path: { campaignId }, body, headers, correlationId }) => {
        const seen = versionSeen(headers);
        if ('answer' in seen) return seen.answer;

        const sendAt = new Date(body.sendAt);
        const outcome = await request({ campaignId, version: seen.version, sendAt }, { correlationId });
        return outcome.ok ? { status: 202, body: outcome.value } : answerTo(outcome.problem);
      },
    },
    edge,
  );
