import { CampaignTestRequestedV1 } from '@bulkhead/contracts';
import { type QueueEdge, RetryableError, sqsHandler } from '@bulkhead/lambda-kit';

import type { SendTest } from '../application/send-test.ts';

/** test requested → a few mails. */
export const onTestRequested = (sendTest: SendTest, edge: QueueEdge) =>
  sqsHandler(
    {
      schema: CampaignTestRequestedV1,
      handle: async ({ data: { testId, test } }) => {
        if ((await sendTest({ testId, test })) === 'finished') return;
        throw new RetryableError({ code: 'test_not_taken', message: 'SES takes no mail now', details: { testId } });
      },
    },
    edge,
  );
