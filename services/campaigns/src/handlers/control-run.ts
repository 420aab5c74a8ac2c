import { id } from '@bulkhead/contracts';
import { type Edge, httpHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { RequestControl, RequestRetry } from '../application/request-changes.ts';
import { answerTo } from './problems.ts';

const Path = z.object({ runId: id(), deed: z.enum(['hold', 'resume', 'cancel', 'retry']) });

const controls = { hold: 'hold', resume: 'send', cancel: 'cancel' } as const;

interface Requests {
  readonly requestControl: RequestControl;
  readonly requestRetry: RequestRetry;
}

/** POST /api/campaigns/runs/{runId}/hold, resume, cancel and retry */
export const controlRun = ({ requestControl, requestRetry }: Requests, edge: Edge) =>
  httpHandler(
    {
      path: Path,
      handle: async ({ path: { runId, deed }, requestId, correlationId }) => {
        const cause = { correlationId };
        const outcome =
          deed === 'retry'
            ? await requestRetry({ runId }, cause)
            : await requestControl({ runId, control: controls[deed], requestId }, cause);
        return outcome.ok ? { status: 202, body: outcome.value } : answerTo(outcome.problem);
      },
    },
    edge,
  );
