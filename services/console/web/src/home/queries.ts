import { queryOptions } from '@tanstack/react-query';

import { api, ask } from '../common/api.ts';

const NEWEST = 50;
const LIVE_MS = 5_000;
const CALM_MS = 30_000;

/** The newest campaigns: enough to see what is under way, what waits for a person, and what was last. */
export const newestCampaigns = () =>
  queryOptions({
    queryKey: ['home', 'campaigns'],
    queryFn: () => ask(api.campaigns.GET('/api/campaigns/campaigns', { params: { query: { limit: NEWEST } } })),
    refetchInterval: LIVE_MS,
  });

/** @param isLive whether anything of it may still change by itself */
export const runOf = (runId: string, isLive = true) =>
  queryOptions({
    queryKey: ['run', runId],
    queryFn: () => ask(api.campaigns.GET('/api/campaigns/runs/{runId}', { params: { path: { runId } } })),
    refetchInterval: isLive ? LIVE_MS : false,
  });

export const quota = () =>
  queryOptions({
    queryKey: ['quota'],
    queryFn: () => ask(api.dispatch.GET('/api/dispatch/quota')),
    refetchInterval: LIVE_MS,
  });

export const reputation = () =>
  queryOptions({
    queryKey: ['reputation'],
    queryFn: () => ask(api.feedback.GET('/api/feedback/reputation')),
    refetchInterval: CALM_MS,
  });

export const deadLetters = (isAllowed: boolean) =>
  queryOptions({
    queryKey: ['dead-letters'],
    queryFn: () => ask(api.console.GET('/api/console/dead-letters')),
    refetchInterval: CALM_MS,
    enabled: isAllowed,
  });
