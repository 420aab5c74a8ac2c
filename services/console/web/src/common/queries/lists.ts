import { keepPreviousData, queryOptions } from '@tanstack/react-query';

import { api, ask } from '../api.ts';
import { everyPage, pageOfChoices } from '../every-page.ts';

/** The newest lists, up to a thousand, to choose from and to name those that others name by their ids. */
export const listsQuery = () =>
  queryOptions({
    queryKey: ['audience', 'lists', 'choices'],
    queryFn: () => everyPage((cursor) => ask(api.audience.GET('/api/audience/lists', pageOfChoices(cursor)))),
    staleTime: 30_000,
  });

/** Lists by what is in their names, however old: one answer looks through as many as are known already, so it takes several. */
export const listsNamedQuery = (name: string) =>
  queryOptions({
    queryKey: ['audience', 'lists', 'named', name],
    queryFn: () =>
      everyPage((cursor) => {
        const { query } = pageOfChoices(cursor).params;
        return ask(api.audience.GET('/api/audience/lists', { params: { query: { ...query, name } } }));
      }),
    enabled: name !== '',
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });

export const listQuery = (listId: string) =>
  queryOptions({
    queryKey: ['audience', 'lists', listId],
    queryFn: () => ask(api.audience.GET('/api/audience/lists/{listId}', { params: { path: { listId } } })),
  });
