import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';
import type { Answer } from '@bulkhead/openapi';

import type { LinkChecks } from '../application/ports.ts';
import type { OneClickCheck } from '../openapi/answers.ts';

/**
 * GET /api/audience/one-click-check: a link as mails have it, by which nobody leaves. Whoever posts `List-Unsubscribe=One-Click` to it is
 * answered by the function that answers mail programs, from the address that they use.
 */
export const checkOneClick = (checks: Pick<LinkChecks, 'make'>, unsubscribeUrl: string, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      handle: async () => ({
        status: 200,
        body: { url: `${unsubscribeUrl}${await checks.make()}` } satisfies Answer<typeof OneClickCheck>,
      }),
    },
    edge,
  );
