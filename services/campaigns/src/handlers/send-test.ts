import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { SendTest } from '../application/send-test.ts';
import { answerTo } from './problems.ts';
import { CampaignPath, TestBody } from './shapes.ts';

/** POST /api/campaigns/campaigns/{campaignId}/test-sends */
export const sendTest = (send: SendTest, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'author',
      path: CampaignPath,
      body: TestBody,
      handle: async ({ path: { campaignId }, body: { recipients }, correlationId }) => {
        const outcome = await send({ campaignId, recipients }, { correlationId });
        return outcome.ok ? { status: 202, body: outcome.value } : answerTo(outcome.problem);
      },
    },
    edge,
  );
