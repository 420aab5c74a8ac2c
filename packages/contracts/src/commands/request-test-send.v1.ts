import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { id, s3Uri } from '../primitives.ts';

/** Tell dispatch to send a test of a campaign. Receiver: campaigns. */
export const RequestTestSendV1 = defineMessage(
  'request_test_send.v1',
  z.object({ testId: id(), campaignId: id(), test: s3Uri() }),
);
export type RequestTestSendV1 = z.infer<typeof RequestTestSendV1>;
