import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';
import type { Answer } from '@bulkhead/openapi';

import type { ReadLinks } from '../application/read-links.ts';
import type { Links } from '../openapi/answers-figures.ts';
import { runUnknown } from './problems.ts';
import { RunPath } from './queries.ts';

/** GET /api/feedback/runs/{runId}/links: how many people followed each link, those of most people first. */
export const listLinks = (readLinks: ReadLinks, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      path: RunPath,
      handle: async ({ path: { runId } }) => {
        const found = await readLinks(runId);
        if (found === undefined) return runUnknown(runId);
        return {
          status: 200,
          body: { runId, items: found.links, others: found.others } satisfies Answer<typeof Links>,
        };
      },
    },
    edge,
  );
