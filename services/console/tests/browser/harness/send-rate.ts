import { eventually } from '@bulkhead/e2e';
import * as z from 'zod/mini';

import type { ConsoleUnderTest } from './console-under-test.ts';

const Quota = z.object({ maxSendRate: z.number() });

/** Lets SES grant so many mails a second, and waits until dispatch knows. */
export const givenSendRate = async ({ gateway, client }: ConsoleUnderTest, maxSendRate: number): Promise<void> => {
  await fetch(`${gateway}/mailbox/api/settings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ maxSendRate }),
  });
  await eventually(
    () => client.call('GET /api/dispatch/quota', Quota),
    (quota) => quota.maxSendRate === maxSendRate,
    { what: `dispatch to send ${maxSendRate} mails a second` },
  );
};
