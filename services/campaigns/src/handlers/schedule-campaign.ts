import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { RequestSchedule } from '../application/request-changes.ts';
import { answerTo } from './problems.ts';
import { ScheduleBody, toSendTime } from './schedule-shapes.ts';
import { CampaignPath } from './shapes.ts';
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

        const time = toSendTime(body);
        if (time === undefined) return answerTo({ kind: 'send_time_unclear' });
        const outcome = await request({ campaignId, version: seen.version, time }, { correlationId });
        return outcome.ok ? { status: 202, body: outcome.value } : answerTo(outcome.problem);
      },
    },
    edge,
  );
