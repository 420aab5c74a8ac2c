import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { ReadParts } from '../application/read-parts.ts';
import { runUnknown } from './problems.ts';
import { RunPath } from './queries.ts';

const names = { domain: 'domain', import: 'importId' } as const;

/** GET /api/feedback/runs/{runId}/domains and …/imports: the one with most harm first. */
export const listParts = (by: keyof typeof names, readParts: ReadParts, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      path: RunPath,
      handle: async ({ path: { runId } }) => {
        const found = await readParts(runId, by);
        if (found === undefined) return runUnknown(runId);
        const items = found.parts.map(({ name, ...figures }) => ({ [names[by]]: name, ...figures }));
        return { status: 200, body: { runId, items, others: found.others } };
      },
    },
    edge,
  );
