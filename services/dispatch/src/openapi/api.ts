import type { Api } from '@bulkhead/openapi';

import { LeftQuery, RunPath } from '../handlers/get-run.ts';
import { LeftPage, Quota, SendingRun } from './answers.ts';

const notFound = { 404: ['run_unknown'] };

/** Everything that dispatch offers over HTTP. `pnpm openapi` writes it to openapi.json. */
export const api: Api = {
  service: 'dispatch',
  description: 'What was handed to SES, and how fast.',
  schemas: { LeftPage, Quota, SendingRun },
  operations: [
    {
      operationId: 'getQuota',
      route: 'GET /api/dispatch/quota',
      role: 'viewer',
      summary: 'Shows what SES grants, and what is given out now.',
      answers: { 200: { schema: Quota } },
      problems: { 503: ['quota_unknown'] },
    },
    {
      operationId: 'getRun',
      route: 'GET /api/dispatch/runs/{runId}',
      role: 'viewer',
      summary: 'Shows how far the released chunks of a run are.',
      path: RunPath,
      answers: { 200: { schema: SendingRun } },
      problems: notFound,
    },
    {
      operationId: 'getLeft',
      route: 'GET /api/dispatch/runs/{runId}/left',
      role: 'viewer',
      summary: 'Lists the recipients in doubt: SES may have taken their mail, and they are not mailed again.',
      path: RunPath,
      query: LeftQuery,
      answers: { 200: { schema: LeftPage } },
      problems: { ...notFound, 400: ['cursor_unreadable'] },
    },
  ],
};
