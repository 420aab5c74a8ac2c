import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';
import type { Answer } from '@bulkhead/openapi';

import type { ReadClients } from '../application/read-clients.ts';
import type { Clients } from '../openapi/answers-figures.ts';
import { runUnknown } from './problems.ts';
import { RunPath } from './queries.ts';

/** GET /api/feedback/runs/{runId}/clients: with which mail readers people opened, the most used first. */
export const listClients = (readClients: ReadClients, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      path: RunPath,
      handle: async ({ path: { runId } }) => {
        const found = await readClients(runId);
        if (found === undefined) return runUnknown(runId);
        const items = found.clients.map(({ family: client, ...rest }) => ({ client, ...rest }));
        return { status: 200, body: { runId, items, unknown: found.unknown } satisfies Answer<typeof Clients> };
      },
    },
    edge,
  );
