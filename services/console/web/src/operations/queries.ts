import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

import { api, ask, tell } from '../common/api.ts';
import { queuesKey } from '../common/queries/dead-letters.ts';

/** Looking takes messages out of sight for a moment: it is not repeated by itself. */
export const lettersQuery = (queue: string, isAllowed: boolean) =>
  queryOptions({
    queryKey: [...queuesKey, queue],
    queryFn: () => ask(api.console.GET('/api/console/dead-letters/{queue}', { params: { path: { queue } } })),
    enabled: isAllowed,
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

export const redriveAll = (queue: string) =>
  ask(api.console.POST('/api/console/dead-letters/{queue}/redrive', { params: { path: { queue } } }));

export const redriveLetter = (queue: string, messageId: string) =>
  tell(
    api.console.POST('/api/console/dead-letters/{queue}/letters/{messageId}/redrive', {
      params: { path: { queue, messageId } },
    }),
  );

export const discardLetter = (queue: string, messageId: string) =>
  tell(
    api.console.POST('/api/console/dead-letters/{queue}/letters/{messageId}/discard', {
      params: { path: { queue, messageId } },
    }),
  );

export const deedsQuery = (from: string | undefined, isAllowed: boolean) =>
  infiniteQueryOptions({
    queryKey: ['deeds', from],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      ask(
        api.console.GET('/api/console/audit', {
          params: {
            query: {
              ...(from !== undefined && { from }),
              ...(pageParam !== '' && { cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: ({ cursor }) => cursor,
    enabled: isAllowed,
  });
