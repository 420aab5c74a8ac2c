import { queryOptions } from '@tanstack/react-query';
import type { components } from '../../api/campaigns.d.ts';
import { api, ask } from '../api.ts';

export type SentMail = components['schemas']['RunContent'];

const FILES_MS = 600_000;

/** What a run has sent, as somebody got it of whom nothing is known. It stays as it is; its files can be had for a quarter of an hour. */
export const sentMailQuery = (runId: string) =>
  queryOptions({
    queryKey: ['run', runId, 'mail'],
    queryFn: () =>
      ask(
        api.campaigns.GET('/api/campaigns/runs/{runId}/content', {
          params: { path: { runId }, query: { as: 'sent' } },
        }),
      ),
    staleTime: FILES_MS,
  });
