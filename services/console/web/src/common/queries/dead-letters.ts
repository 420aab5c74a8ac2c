import { queryOptions } from '@tanstack/react-query';

import { api, ask } from '../api.ts';

const CALM_MS = 15_000;

export const queuesKey = ['dead-letters'] as const;

/** The queues of what could not be handled, and how much each holds. */
export const queuesQuery = (isAllowed: boolean) =>
  queryOptions({
    queryKey: queuesKey,
    queryFn: () => ask(api.console.GET('/api/console/dead-letters')),
    refetchInterval: CALM_MS,
    enabled: isAllowed,
  });
