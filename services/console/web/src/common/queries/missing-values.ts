import { queryOptions } from '@tanstack/react-query';

import { api, ask } from '../api.ts';

const FRESH_MS = 30_000;
/** As many as can be asked about at a time. */
const MOST_FIELDS = 100;

interface Audience {
  readonly lists: readonly string[];
  readonly exclude?: readonly string[];
  readonly segments?: readonly string[];
  readonly excludeSegments?: readonly string[];
}

/** How many people of an audience have no value, for each of these fields. */
export const missingValuesQuery = (
  { lists, exclude = [], segments = [], excludeSegments = [] }: Audience,
  fields: readonly string[],
) =>
  queryOptions({
    queryKey: ['audience-values', lists, exclude, segments, excludeSegments, fields],
    queryFn: () =>
      ask(
        api.audience.POST('/api/audience/segments/preview', {
          body: {
            lists: [...lists],
            exclude: [...exclude],
            segments: [...segments],
            excludeSegments: [...excludeSegments],
            fields: fields.slice(0, MOST_FIELDS),
          },
        }),
      ),
    enabled: lists.length > 0 && fields.length > 0,
    staleTime: FRESH_MS,
  });
