import { keepPreviousData, queryOptions } from '@tanstack/react-query';

import { api, ask } from '../../common/api.ts';
import { type AudienceChoice, flawOf } from './audience-choice.ts';

const FRESH_MS = 30_000;

/** How many people a choice comes to now, and some of them. */
export const estimateQuery = (choice: AudienceChoice) =>
  queryOptions({
    queryKey: ['audience-estimate', choice],
    queryFn: () =>
      ask(
        api.audience.POST('/api/audience/segments/preview', {
          body: {
            lists: [...choice.lists],
            exclude: [...choice.exclude],
            segments: [...choice.segments],
            excludeSegments: [...choice.excludeSegments],
          },
        }),
      ),
    enabled: flawOf(choice) === undefined,
    staleTime: FRESH_MS,
    placeholderData: keepPreviousData,
  });
