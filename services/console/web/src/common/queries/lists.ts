import { queryOptions } from '@tanstack/react-query';

import { api, ask } from '../api.ts';
import { everyPage, pageOfChoices } from '../every-page.ts';

/** The lists, the newest first, to choose from and to name those that others name by their ids. */
export const listsQuery = () =>
  queryOptions({
    queryKey: ['audience', 'lists', 'choices'],
    queryFn: () => everyPage((cursor) => ask(api.audience.GET('/api/audience/lists', pageOfChoices(cursor)))),
    staleTime: 30_000,
  });
