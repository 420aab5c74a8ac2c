import { queryOptions } from '@tanstack/react-query';

import { api, ask } from '../api.ts';

export const runQuery = (runId: string) =>
  queryOptions({
    queryKey: ['run', runId],
    queryFn: () => ask(api.campaigns.GET('/api/campaigns/runs/{runId}', { params: { path: { runId } } })),
  });
