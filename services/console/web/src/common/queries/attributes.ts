import { queryOptions } from '@tanstack/react-query';

import { api, ask } from '../api.ts';

/** What is known of contacts, by its names and types: the merge fields that an author can use. */
export const attributesQuery = () =>
  queryOptions({
    queryKey: ['attributes'],
    queryFn: () => ask(api.audience.GET('/api/audience/attributes')),
    staleTime: 60_000,
  });
