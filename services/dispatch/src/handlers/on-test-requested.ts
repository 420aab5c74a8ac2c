import { CampaignTestRequestedV1 } from '@bulkhead/contracts';
import { type QueueEdge, RetryableError, sqsHandler } from '@bulkhead/lambda-kit';

import type { SendSmall } from '../application/small-sends/send-small.ts';

/** test requested → a few mails. */
export const onTestRequested = (sendTest: SendSmall, edge: QueueEdge) =>
  sqsHandler(
    {
      schema: CampaignTestRequestedV1,
      handle: async ({ data: { testId, test } }) => {
        if ((await sendTest({ id: testId, uri: test })) === 'finished') return;
        throw new RetryableError({ code: 'test_not_taken', message: 'SES takes no mail now', details: { testId } });
      },
    },
    edge,
  );
