import { keepPreviousData, queryOptions } from '@tanstack/react-query';

import { api, ask } from '../../common/api.ts';
import type { Campaign } from '../campaign.ts';

const FRESH_MS = 60_000;

/** What campaigns finds; a version of a campaign is looked at once, unless somebody asks again. */
export const preflightQuery = ({ campaignId, version }: Campaign, recipients: number | undefined) =>
  queryOptions({
    queryKey: ['preflight', campaignId, version, recipients],
    queryFn: () =>
      ask(
        api.campaigns.GET('/api/campaigns/campaigns/{campaignId}/preflight', {
          params: { path: { campaignId }, query: recipients === undefined ? {} : { recipients } },
        }),
      ),
    staleTime: FRESH_MS,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  });
