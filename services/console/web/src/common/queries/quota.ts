import { queryOptions } from '@tanstack/react-query';

import { api, ask } from '../api.ts';

const LIVE_MS = 5_000;

/** What SES grants the account, and how fast it takes mails now. */
export const quotaQuery = () =>
  queryOptions({
    queryKey: ['quota'],
    queryFn: () => ask(api.dispatch.GET('/api/dispatch/quota')),
    refetchInterval: LIVE_MS,
  });
