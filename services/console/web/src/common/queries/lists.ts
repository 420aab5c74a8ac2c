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

const SHOWN = 50;

/** Lists by what is in their names, however old. */
export const listsNamedQuery = (name: string) =>
  queryOptions({
    queryKey: ['audience', 'lists', 'named', name],
    queryFn: () => ask(api.audience.GET('/api/audience/lists', { params: { query: { name, limit: SHOWN } } })),
    enabled: name !== '',
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });

export const listQuery = (listId: string) =>
  queryOptions({
    queryKey: ['audience', 'lists', listId],
    queryFn: () => ask(api.audience.GET('/api/audience/lists/{listId}', { params: { path: { listId } } })),
  });
