import { id } from '@bulkhead/contracts';
import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { RequestCompletion, RequestRetry } from '../application/request-attempt.ts';
import type { RequestControl } from '../application/request-changes.ts';
import { type Exclusion, isNobody } from '../domain/exclusion.ts';
import type { Reconsidered } from '../domain/plan.ts';
import { answerTo } from './problems.ts';
import { writtenDomain } from './shapes.ts';

export const RunDeedPath = z.object({ runId: id(), deed: z.enum(['hold', 'resume', 'cancel', 'retry', 'complete']) });

/** A misspelt word is refused: left out, it would mail who is not meant. */
export const RunDeedBody = z.optional(
  z.strictObject({
    /** Of `complete` only: whom to mail besides those who are still to be mailed. */
    include: z._default(z.array(z.enum(['left', 'refused', 'excluded'])), []),
    /** Of `resume` only: whom the run leaves out from now on. */
    excludeDomains: z._default(z.array(writtenDomain()).check(z.maxLength(20)), []),
    excludeImports: z._default(z.array(id()).check(z.maxLength(20)), []),
  }),
);

/** Whom people have left out counts as suppressed; whoever is suppressed by other reasons stays so. */
const fates = { left: 'left', refused: 'refused', excluded: 'suppressed' } as const;

const controls = { hold: 'hold', resume: 'send', cancel: 'cancel' } as const;

interface Requests {
  readonly requestControl: RequestControl;
  readonly requestRetry: RequestRetry;
  readonly requestCompletion: RequestCompletion;
}

interface Asked extends z.infer<typeof RunDeedPath> {
  readonly reconsider: readonly Reconsidered[];
  readonly exclude: Exclusion;
  readonly requestId: string;
}

const asking = (
  { requestControl, requestRetry, requestCompletion }: Requests,
  { runId, deed, reconsider, exclude, requestId }: Asked,
  cause: { readonly correlationId: string },
) => {
  switch (deed) {
    case 'retry':
      return requestRetry({ runId }, cause);
    case 'complete':
      return requestCompletion({ runId, reconsider }, cause);
    case 'hold':
    case 'resume':
    case 'cancel':
      return requestControl(
        { runId, control: controls[deed], requestId, ...(!isNobody(exclude) && { exclude }) },
        cause,
      );
  }
};

/** POST /api/campaigns/runs/{runId}/hold, resume, cancel, retry and complete. Who asked for what is in the log. */
export const controlRun = (requests: Requests, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'sender',
      path: RunDeedPath,
      body: RunDeedBody,
      handle: async ({ path: { runId, deed }, body, caller, log, requestId, correlationId }) => {
        const include = [...new Set(body?.include)].toSorted();
        const reconsider = include.map((those) => fates[those]);
        const exclude = { domains: body?.excludeDomains ?? [], imports: body?.excludeImports ?? [] };
        if (deed !== 'resume' && !isNobody(exclude)) return answerTo({ kind: 'only_resume_excludes' });

        const asked = { runId, deed, reconsider, exclude, requestId };
        const outcome = await asking(requests, asked, { correlationId });
        const said = { include: include.join(), excluded: [...exclude.domains, ...exclude.imports].join() };
        log.info('run_change_asked', { runId, deed, ...said, caller, granted: outcome.ok });
        return outcome.ok ? { status: 202, body: outcome.value } : answerTo(outcome.problem);
      },
    },
    edge,
  );
