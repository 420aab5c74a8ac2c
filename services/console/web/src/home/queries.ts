import { queryOptions } from '@tanstack/react-query';

import { api, ask } from '../common/api.ts';
import { runQuery } from '../common/queries/run.ts';

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

const IMPORTS = 20;

/** The newest imports into all lists: enough to see which went wrong. */
export const newestImports = () =>
  queryOptions({
    queryKey: ['home', 'imports'],
    queryFn: () => ask(api.audience.GET('/api/audience/imports', { params: { query: { limit: IMPORTS } } })),
    refetchInterval: CALM_MS,
  });

/** @param isLive whether anything of it may still change by itself */
export const runOf = (runId: string, isLive = true) =>
  queryOptions({ ...runQuery(runId), refetchInterval: isLive ? LIVE_MS : false });

export const reputation = () =>
  queryOptions({
    queryKey: ['reputation'],
    queryFn: () => ask(api.feedback.GET('/api/feedback/reputation')),
    refetchInterval: CALM_MS,
  });
