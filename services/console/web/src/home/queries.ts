import { queryOptions } from '@tanstack/react-query';

import { api, ask } from '../common/api.ts';
import { everyPage, pageOfChoices } from '../common/every-page.ts';
import { runQuery } from '../common/queries/run.ts';
import { MOST_SHOWN } from './campaign.ts';

const LIVE_MS = 5_000;
const CALM_MS = 30_000;

/** The newest campaigns, whatever their state. */
export const newestCampaigns = () =>
  queryOptions({
    queryKey: ['home', 'campaigns', 'newest'],
    queryFn: () => ask(api.campaigns.GET('/api/campaigns/campaigns', { params: { query: { limit: MOST_SHOWN } } })),
    refetchInterval: LIVE_MS,
  });

const campaignsThatAre = (status: string) => () =>
  everyPage((cursor) => {
    const { query } = pageOfChoices(cursor).params;
    return ask(api.campaigns.GET('/api/campaigns/campaigns', { params: { query: { ...query, status } } }));
  });

/** Every campaign whose run is under way or holds, however old it is. */
export const openCampaigns = () =>
  queryOptions({
    queryKey: ['home', 'campaigns', 'open'],
    queryFn: campaignsThatAre('sending,held'),
    refetchInterval: LIVE_MS,
  });

/** Every campaign that has failed, or has a time. */
export const stillCampaigns = (status: 'failed' | 'scheduled') =>
  queryOptions({
    queryKey: ['home', 'campaigns', status],
    queryFn: campaignsThatAre(status),
    refetchInterval: CALM_MS,
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
