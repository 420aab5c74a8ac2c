import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';
import type { Answer } from '@bulkhead/openapi';

import type { ReadReputation } from '../application/read-reputation.ts';
import type { Reputation } from '../openapi/answers-reputation.ts';

/** GET /api/feedback/reputation: how the account stands by the runs of the last 30 days, beside SES's lines. */
export const getReputation = (read: ReadReputation, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      handle: async () => {
        const { from, to, ...reputation } = await read();
        const span = { from: from.toISOString(), to: to.toISOString() };
        return { status: 200, body: { ...span, ...reputation } satisfies Answer<typeof Reputation> };
      },
    },
    edge,
  );
