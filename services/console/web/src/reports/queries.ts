import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

import { api, ask } from '../common/api.ts';
import type { Report, RunExport } from './model.ts';
import type { Outcome, Reason } from './search.ts';
import type { Step } from './series.ts';

const LIVE_MS = 5_000;
const CALM_MS = 60_000;
const A_DAY_MS = 86_400_000;
const FIRST = '';

const ofRun = (runId: string) => ({ params: { path: { runId } } });

export const runsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['reports', 'runs'],
    queryFn: ({ pageParam }) =>
      ask(
        api.feedback.GET('/api/feedback/runs', {
          params: { query: { limit: 15, ...(pageParam !== FIRST && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: FIRST,
    getNextPageParam: ({ cursor }) => cursor,
    refetchInterval: 15_000,
  });

/** Something still happens to most runs for a day: opens, clicks, late bounces. */
const paceOf = (report: Report | undefined): number => {
  if (report?.finishedAt === undefined) return LIVE_MS;
  return Date.now() - Date.parse(report.finishedAt) < A_DAY_MS ? LIVE_MS : CALM_MS;
};

export const reportQuery = (runId: string) =>
  queryOptions({
    queryKey: ['reports', runId, 'report'],
    queryFn: () => ask(api.feedback.GET('/api/feedback/runs/{runId}/report', ofRun(runId))),
    refetchInterval: ({ state }) => paceOf(state.data),
  });

/** For a line in a list: nobody waits for the last click there. */
export const reportInBriefQuery = (runId: string) =>
  queryOptions({
    queryKey: ['reports', runId, 'report'],
    queryFn: () => ask(api.feedback.GET('/api/feedback/runs/{runId}/report', ofRun(runId))),
    staleTime: CALM_MS,
    refetchInterval: ({ state }) => (state.data?.finishedAt === undefined ? 3 * LIVE_MS : false),
  });

export const seriesQuery = (runId: string, by: Step) =>
  queryOptions({
    queryKey: ['reports', runId, 'series', by],
    queryFn: () =>
      ask(api.feedback.GET('/api/feedback/runs/{runId}/series', { params: { path: { runId }, query: { by } } })),
    refetchInterval: 3 * LIVE_MS,
  });

export const linksQuery = (runId: string) =>
  queryOptions({
    queryKey: ['reports', runId, 'links'],
    queryFn: () => ask(api.feedback.GET('/api/feedback/runs/{runId}/links', ofRun(runId))),
    refetchInterval: 3 * LIVE_MS,
  });

export const domainsQuery = (runId: string) =>
  queryOptions({
    queryKey: ['reports', runId, 'domains'],
    queryFn: () => ask(api.feedback.GET('/api/feedback/runs/{runId}/domains', ofRun(runId))),
    refetchInterval: 3 * LIVE_MS,
  });

export const importsQuery = (runId: string) =>
  queryOptions({
    queryKey: ['reports', runId, 'imports'],
    queryFn: () => ask(api.feedback.GET('/api/feedback/runs/{runId}/imports', ofRun(runId))),
    refetchInterval: 3 * LIVE_MS,
  });

export const importNameQuery = (importId: string) =>
  queryOptions({
    queryKey: ['reports', 'import', importId],
    queryFn: () => ask(api.audience.GET('/api/audience/imports/{importId}', { params: { path: { importId } } })),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

export const clientsQuery = (runId: string) =>
  queryOptions({
    queryKey: ['reports', runId, 'clients'],
    queryFn: () => ask(api.feedback.GET('/api/feedback/runs/{runId}/clients', ofRun(runId))),
    refetchInterval: 3 * LIVE_MS,
  });

interface RecipientsWanted {
  readonly outcome: Outcome;
  readonly reason: Reason | undefined;
  /** Addresses, for whoever may see them; which contacts they are, for everybody. */
  readonly names: 'true' | 'ids';
}

export const recipientsQuery = (runId: string, { outcome, reason, names }: RecipientsWanted) =>
  infiniteQueryOptions({
    queryKey: ['reports', runId, 'recipients', outcome, reason, names],
    queryFn: ({ pageParam }) =>
      ask(
        api.feedback.GET('/api/feedback/runs/{runId}/recipients', {
          params: {
            path: { runId },
            query: {
              outcome,
              names,
              limit: 50,
              ...(reason !== undefined && { reason }),
              ...(pageParam !== FIRST && { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: FIRST,
    getNextPageParam: ({ cursor }) => cursor,
  });

export const compareQuery = (runIds: readonly string[]) =>
  queryOptions({
    queryKey: ['reports', 'compare', runIds],
    queryFn: () => ask(api.feedback.GET('/api/feedback/compare', { params: { query: { runs: runIds.join(',') } } })),
    enabled: runIds.length >= 2,
  });

const EXPORT_MS = 2_000;

export const exportQuery = (runId: string, exportId: string | undefined) =>
  queryOptions({
    queryKey: ['reports', runId, 'export', exportId],
    queryFn: (): Promise<RunExport> =>
      ask(
        api.feedback.GET('/api/feedback/runs/{runId}/exports/{exportId}', {
          params: { path: { runId, exportId: exportId ?? '' } },
        }),
      ),
    enabled: exportId !== undefined,
    refetchInterval: ({ state }) => (state.data === undefined || state.data.status === 'building' ? EXPORT_MS : false),
  });

export const requestExport = (runId: string, format: 'csv' | 'ndjson') =>
  ask(api.feedback.POST('/api/feedback/runs/{runId}/exports', { ...ofRun(runId), body: { format } }));
