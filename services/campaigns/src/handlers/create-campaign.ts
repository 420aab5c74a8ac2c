import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { CreateCampaign } from '../application/campaigns.ts';
import { answerTo } from './problems.ts';
import { CampaignBody } from './shapes.ts';
import { toCampaignPlan, writerOf } from './to-campaign-plan.ts';
import { etagOf } from './versions.ts';
import { campaignView } from './views.ts';

/** POST /api/campaigns/campaigns */
export const createCampaign = (create: CreateCampaign, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'author',
      body: CampaignBody,
      handle: async ({ body, callerRole }) => {
        const plan = toCampaignPlan(body);
        if (plan === undefined) return answerTo({ kind: 'sender_unclear' });
        const outcome = await create(plan, writerOf(callerRole));
        if (!outcome.ok) return answerTo(outcome.problem);
        return { status: 201, headers: etagOf(outcome.value), body: campaignView(outcome.value) };
      },
    },
    edge,
  );
