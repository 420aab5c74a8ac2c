import { queryOptions } from '@tanstack/react-query';

import { api, ask } from '../api.ts';

/** What is known of a file, and where it can be looked at for a quarter of an hour. */
export const fileQuery = (mediaId: string) =>
  queryOptions({
    queryKey: ['media', mediaId],
    queryFn: () => ask(api.campaigns.GET('/api/campaigns/media/{mediaId}', { params: { path: { mediaId } } })),
    staleTime: 600_000,
  });
