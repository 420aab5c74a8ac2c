import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { UpdateCampaign } from '../application/campaigns.ts';
import { answerTo } from './problems.ts';
import { CampaignBody, CampaignPath } from './shapes.ts';
import { toCampaignPlan, writerOf } from './to-campaign-plan.ts';
import { etagOf, unlessOvertaken, versionMissing, versionSeen } from './versions.ts';
import { campaignView } from './views.ts';

/** PUT /api/campaigns/campaigns/{campaignId} */
export const updateCampaign = (update: UpdateCampaign, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'author',
      path: CampaignPath,
      body: CampaignBody,
      handle: ({ path: { campaignId }, body, headers, callerRole }) =>
        unlessOvertaken(async () => {
          const seen = versionSeen(headers);
          if ('answer' in seen) return seen.answer;
          if (seen.version === undefined) return versionMissing();

          const plan = toCampaignPlan(body);
          if (plan === undefined) return answerTo({ kind: 'sender_unclear' });
          const outcome = await update(plan, { campaignId, version: seen.version, ...writerOf(callerRole) });
          if (!outcome.ok) return answerTo(outcome.problem);
          return { status: 200, headers: etagOf(outcome.value), body: campaignView(outcome.value) };
        }),
    },
    edge,
  );
