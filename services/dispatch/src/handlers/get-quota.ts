import { type HttpEdge, httpHandler, problem } from '@bulkhead/lambda-kit';
import type { Answer } from '@bulkhead/openapi';

import type { Governors } from '../application/ports.ts';
import type { Quota } from '../openapi/answers.ts';
import { say } from './sentences.ts';

/** GET /api/dispatch/quota */
export const getQuota = (governors: Pick<Governors, 'read'>, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      handle: async () => {
        const record = await governors.read();
        if (record === undefined) {
          return problem({ status: 503, ...say('quota_unknown') });
        }
        const { quota, everyMs, left24, refreshedAt, slowedAt } = record;
        return {
          status: 200,
          body: {
            ...quota,
            currentSendRate: Math.round(1_000_000 / everyMs) / 1_000,
            left24Hours: left24,
            refreshedAt: new Date(refreshedAt).toISOString(),
            ...(slowedAt > 0 && { throttledAt: new Date(slowedAt).toISOString() }),
          } satisfies Answer<typeof Quota>,
        };
      },
    },
    edge,
  );
