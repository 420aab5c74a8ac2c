import { queryOptions } from '@tanstack/react-query';

import { api, ask } from '../../common/api.ts';
import { type AudienceChoice, flawOf } from '../form/audience-choice.ts';

const FRESH_MS = 30_000;
/** As many as can be asked about at a time. */
const MOST_FIELDS = 100;

/** How many of the chosen people have no value, for each of these fields. */
export const valuesQuery = (choice: AudienceChoice, fields: readonly string[]) =>
  queryOptions({
    queryKey: ['audience-values', choice, fields],
    queryFn: () =>
      ask(
        api.audience.POST('/api/audience/segments/preview', {
          body: {
            lists: [...choice.lists],
            exclude: [...choice.exclude],
            segments: [...choice.segments],
            excludeSegments: [...choice.excludeSegments],
            fields: fields.slice(0, MOST_FIELDS),
          },
        }),
      ),
    enabled: flawOf(choice) === undefined && fields.length > 0,
    staleTime: FRESH_MS,
  });
