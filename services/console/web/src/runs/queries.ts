import { queryOptions } from '@tanstack/react-query';

import { api, ask } from '../common/api.ts';
import { quotaQuery } from '../common/queries/quota.ts';
import { runQuery } from '../common/queries/run.ts';
import { isOver, type Run } from './run-scene.ts';

const LIVE_MS = 2_000;
const HIDDEN_MS = 15_000;
const AFTER_MS = 10_000;
const STILL_HEARD_MS = 15 * 60_000;

/** Often while somebody looks at it, seldom while nobody does. */
const whileLooking = (): number => (document.visibilityState === 'hidden' ? HIDDEN_MS : LIVE_MS);

/** How often a run is worth asking for: bounces and complaints still come in for a while when it is over. */
const paceFor = (run: Run | undefined): number | false => {
  if (run === undefined || !isOver(run)) return whileLooking();
  const ended = run.finishedAt === undefined ? 0 : Date.parse(run.finishedAt);
  return Date.now() - ended < STILL_HEARD_MS ? AFTER_MS : false;
};

export const liveRunQuery = (runId: string) =>
  queryOptions({
    ...runQuery(runId),
    refetchInterval: ({ state }) => paceFor(state.data),
    refetchIntervalInBackground: true,
  });

/** What belongs to a run is asked for as often as the run itself. */
const beside = (run: Run) => ({ refetchInterval: () => paceFor(run), refetchIntervalInBackground: true, retry: false });

export const campaignOfRun = (campaignId: string) =>
  queryOptions({
    queryKey: ['campaign', campaignId, 'of-run'],
    queryFn: () =>
      ask(api.campaigns.GET('/api/campaigns/campaigns/{campaignId}', { params: { path: { campaignId } } })),
  });

export const reportQuery = (run: Run) =>
  queryOptions({
    queryKey: ['report', run.runId],
    queryFn: () =>
      ask(api.feedback.GET('/api/feedback/runs/{runId}/report', { params: { path: { runId: run.runId } } })),
    ...beside(run),
  });

export const quotaBeside = (run: Run) => ({ ...quotaQuery(), ...beside(run) });

/** What dispatch is doing of it at this moment; unknown to dispatch before the first wave. */
export const sendingQuery = (run: Run) =>
  queryOptions({
    queryKey: ['sending-run', run.runId],
    queryFn: () => ask(api.dispatch.GET('/api/dispatch/runs/{runId}', { params: { path: { runId: run.runId } } })),
    ...beside(run),
  });

/** Asked for only where somebody is about to leave parts of a run out. */
export const domainsQuery = (runId: string) =>
  queryOptions({
    queryKey: ['run-domains', runId],
    queryFn: () => ask(api.feedback.GET('/api/feedback/runs/{runId}/domains', { params: { path: { runId } } })),
  });

export const importsQuery = (runId: string) =>
  queryOptions({
    queryKey: ['run-imports', runId],
    queryFn: () => ask(api.feedback.GET('/api/feedback/runs/{runId}/imports', { params: { path: { runId } } })),
  });

/** For the name of its file. */
export const importQuery = (importId: string) =>
  queryOptions({
    queryKey: ['import', importId, 'name'],
    queryFn: () => ask(api.audience.GET('/api/audience/imports/{importId}', { params: { path: { importId } } })),
  });
