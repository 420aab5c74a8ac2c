import { keepPreviousData, queryOptions } from '@tanstack/react-query';

import { api, ask } from '../../common/api.ts';
import { type AudienceChoice, flawOf } from './audience-choice.ts';

const FRESH_MS = 30_000;

export const askedOf = ({ lists, exclude, segments, excludeSegments }: AudienceChoice) => ({
  lists: [...lists],
  exclude: [...exclude],
  segments: [...segments],
  excludeSegments: [...excludeSegments],
});

/** How many people a choice comes to now, and some of them. */
export const estimateQuery = (choice: AudienceChoice) =>
  queryOptions({
    queryKey: ['audience-estimate', choice],
    queryFn: () =>
      ask(
        api.audience.POST('/api/audience/segments/preview', {
          body: askedOf(choice),
        }),
      ),
    enabled: flawOf(choice) === undefined,
    staleTime: FRESH_MS,
    placeholderData: keepPreviousData,
  });
