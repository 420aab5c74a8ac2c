import type { Operation } from '@bulkhead/openapi';

import { RunDeedBody, RunDeedPath } from '../handlers/control-run.ts';
import { ContentQuery } from '../handlers/get-run-content.ts';
import { RunPath } from '../handlers/shapes.ts';
import { Run, RunNamed } from './answers.ts';
import { RunContent } from './answers-content.ts';

export const runOperations: readonly Operation[] = [
  {
    operationId: 'getRun',
    route: 'GET /api/campaigns/runs/{runId}',
    role: 'viewer',
    summary: 'Shows how far a run is. Its counts add up to `recipients`.',
    path: RunPath,
    answers: { 200: { schema: Run } },
    problems: { 404: ['run_not_found'] },
  },
  {
    operationId: 'getRunContent',
    route: 'GET /api/campaigns/runs/{runId}/content',
    role: 'viewer',
    summary: 'Shows what a run has sent: as it was written, or as somebody got it of whom nothing is known.',
    path: RunPath,
    query: ContentQuery,
    answers: { 200: { schema: RunContent } },
    problems: { 404: ['run_not_found', 'content_not_frozen', 'content_gone'], 422: ['not_renderable'] },
  },
  {
    operationId: 'controlRun',
    route: 'POST /api/campaigns/runs/{runId}/{deed}',
    role: 'sender',
    summary: 'Holds, resumes or cancels a run, retries a failed one, or completes an ended one.',
    path: RunDeedPath,
    body: RunDeedBody,
    answers: { 202: { schema: RunNamed, description: 'The run will do so within seconds.' } },
    problems: {
      404: ['run_not_found'],
      409: ['not_running', 'not_failed', 'not_ended', 'run_too_old', 'nobody_left'],
      422: ['too_many_excluded', 'only_resume_excludes'],
    },
  },
];
