import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';

import { api, ask, askVersioned } from '../common/api.ts';
import { everyPage, pageOfChoices } from '../common/every-page.ts';

const PAGE = 50;
const LIVE_MS = 5_000;

const pageAt = (limit: number, cursor: string | undefined, status: string | undefined) => ({
  params: { query: { limit, ...(cursor !== undefined && { cursor }), ...(status !== undefined && { status }) } },
});

/** @param status names of states with commas between them, or nothing for all campaigns */
export const campaignsQuery = (status: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['campaigns', status],
    queryFn: ({ pageParam }) => ask(api.campaigns.GET('/api/campaigns/campaigns', pageAt(PAGE, pageParam, status))),
    initialPageParam: ((): string | undefined => undefined)(),
    getNextPageParam: ({ cursor }) => cursor,
    refetchInterval: LIVE_MS * 2,
  });

/** A campaign with the version that is saved now. */
export const readCampaign = (campaignId: string) =>
  askVersioned(api.campaigns.GET('/api/campaigns/campaigns/{campaignId}', { params: { path: { campaignId } } }));

/** A campaign with the version that was read. Looked at again now and then: others may change or launch it. */
export const campaignQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['campaign', campaignId],
    queryFn: () => readCampaign(campaignId),
    refetchInterval: LIVE_MS,
  });

export const templatesQuery = () =>
  queryOptions({
    queryKey: ['templates', 'choices'],
    queryFn: () => everyPage((cursor) => ask(api.campaigns.GET('/api/campaigns/templates', pageOfChoices(cursor)))),
  });

export const templateQuery = (templateId: string) =>
  queryOptions({
    queryKey: ['template', templateId, 'shown'],
    queryFn: () =>
      ask(api.campaigns.GET('/api/campaigns/templates/{templateId}', { params: { path: { templateId } } })),
    enabled: templateId !== '',
  });

/** The newest segments, up to a thousand, to choose from and to name those that campaigns name by their ids. */
export const segmentsQuery = () =>
  queryOptions({
    queryKey: ['segments', 'choices'],
    queryFn: () => everyPage((cursor) => ask(api.audience.GET('/api/audience/segments', pageOfChoices(cursor)))),
  });

/** Segments by what is in their names, however old: one answer looks through as many as are known already, so it takes several. */
export const segmentsNamedQuery = (name: string) =>
  queryOptions({
    queryKey: ['segments', 'named', name],
    queryFn: () =>
      everyPage((cursor) => {
        const { query } = pageOfChoices(cursor).params;
        return ask(api.audience.GET('/api/audience/segments', { params: { query: { ...query, name } } }));
      }),
    enabled: name !== '',
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });

export const segmentQuery = (segmentId: string) =>
  queryOptions({
    queryKey: ['segments', 'one', segmentId],
    queryFn: () => ask(api.audience.GET('/api/audience/segments/{segmentId}', { params: { path: { segmentId } } })),
  });
