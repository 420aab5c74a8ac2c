import { eventually } from '@bulkhead/e2e';
import * as z from 'zod/mini';

import type { ConsoleUnderTest } from './console-under-test.ts';

const Quota = z.object({ maxSendRate: z.number() });

/** Lets SES grant so many mails a second, and dispatch know: it looks now, not within the minute in which it would by itself. */
export const givenSendRate = async ({ gateway, client }: ConsoleUnderTest, maxSendRate: number): Promise<void> => {
  await fetch(`${gateway}/mailbox/api/settings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ maxSendRate }),
  });
  await fetch(`${gateway}/2015-03-31/functions/dispatch-local-refreshQuota/invocations`, {
    method: 'POST',
    body: '{}',
  });
  await eventually(
    () => client.call('GET /api/dispatch/quota', Quota),
    (quota) => quota.maxSendRate === maxSendRate,
    { what: `dispatch to send ${maxSendRate} mails a second` },
  );
};
