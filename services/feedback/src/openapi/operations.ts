import type { Operation } from '@bulkhead/openapi';

import { CompareQuery } from '../handlers/compare-runs.ts';
import { RunExportPath } from '../handlers/get-run-export.ts';
import { SeriesQuery } from '../handlers/get-series.ts';
import { RecipientsQuery } from '../handlers/list-recipients.ts';
import { RunsQuery } from '../handlers/list-runs.ts';
import { RunPath } from '../handlers/queries.ts';
import { RunExportBody } from '../handlers/request-run-export.ts';
import { Comparison } from './answers-comparison.ts';
import { Clients, Domains, ImportsOfRun, Links, Series } from './answers-figures.ts';
import { Recipients, RequestedExport, RunExport } from './answers-recipients.ts';
import { Reputation } from './answers-reputation.ts';
import { Report, RunPage } from './answers-runs.ts';

const ofRun = { role: 'viewer', path: RunPath, problems: { 404: ['run_unknown'] } } as const;

export const operations: readonly Operation[] = [
  {
    operationId: 'getReputation',
    route: 'GET /api/feedback/reputation',
    role: 'viewer',
    summary: 'Shows how the account stands by the runs of the last 30 days, beside the lines of SES.',
    answers: { 200: { schema: Reputation } },
  },
  {
    operationId: 'listRuns',
    route: 'GET /api/feedback/runs',
    role: 'viewer',
    summary: 'Lists runs, the newest first.',
    query: RunsQuery,
    answers: { 200: { schema: RunPage } },
    problems: { 400: ['cursor_unreadable'] },
  },
  {
    ...ofRun,
    operationId: 'getReport',
    route: 'GET /api/feedback/runs/{runId}/report',
    summary: 'Shows what became of the mails of a run.',
    answers: { 200: { schema: Report } },
  },
  {
    ...ofRun,
    operationId: 'getSeries',
    route: 'GET /api/feedback/runs/{runId}/series',
    summary: 'Shows what happened when. What is long past is kept less exactly: a point says how long it is.',
    query: SeriesQuery,
    answers: { 200: { schema: Series } },
  },
  {
    ...ofRun,
    operationId: 'listLinks',
    route: 'GET /api/feedback/runs/{runId}/links',
    summary: 'Shows how many people followed each link.',
    answers: { 200: { schema: Links } },
  },
  {
    ...ofRun,
    operationId: 'listDomains',
    route: 'GET /api/feedback/runs/{runId}/domains',
    summary: 'Shows what became of the mails to each domain.',
    answers: { 200: { schema: Domains } },
  },
  {
    ...ofRun,
    operationId: 'listImports',
    route: 'GET /api/feedback/runs/{runId}/imports',
    summary: 'Shows what became of the mails to those who joined by each import.',
    answers: { 200: { schema: ImportsOfRun } },
  },
  {
    ...ofRun,
    operationId: 'listClients',
    route: 'GET /api/feedback/runs/{runId}/clients',
    summary: 'Shows with which mail readers people opened.',
    answers: { 200: { schema: Clients } },
  },
  {
    operationId: 'listRecipients',
    route: 'GET /api/feedback/runs/{runId}/recipients',
    role: 'viewer',
    summary:
      'Lists to whom something has happened, in the order of the snapshot; with `names=ids` which contacts they are, with `names=true` their addresses, too, which needs the role author.',
    path: RunPath,
    query: RecipientsQuery,
    answers: { 200: { schema: Recipients } },
    problems: { 400: ['cursor_unreadable'] },
  },
  {
    operationId: 'compareRuns',
    route: 'GET /api/feedback/compare',
    role: 'viewer',
    summary: 'Puts two to five runs side by side: ?runs=run_1,run_2.',
    query: CompareQuery,
    answers: { 200: { schema: Comparison } },
    problems: { 404: ['run_unknown'] },
  },
  {
    ...ofRun,
    operationId: 'requestRunExport',
    route: 'POST /api/feedback/runs/{runId}/exports',
    role: 'author',
    summary: 'Has a file written that says of every recipient what happened.',
    body: RunExportBody,
    answers: { 202: { schema: RequestedExport, description: 'The file will be written.' } },
  },
  {
    operationId: 'getRunExport',
    route: 'GET /api/feedback/runs/{runId}/exports/{exportId}',
    role: 'author',
    summary: 'Shows how far the file is, and where to get it.',
    path: RunExportPath,
    answers: { 200: { schema: RunExport } },
    problems: { 404: ['export_not_found'] },
  },
];
