import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';

import { api, ask } from '../../common/api.ts';
import { FIRST_PAGE, nextOf, pageAt } from '../paging.ts';

/** @param name what is in their names; all lists without it */
export const listsQuery = (name: string) =>
  infiniteQueryOptions({
    queryKey: ['audience', 'lists', 'listed', name],
    queryFn: ({ pageParam }) =>
      ask(
        api.audience.GET('/api/audience/lists', {
          params: { query: { ...pageAt(50, pageParam), ...(name !== '' && { name }) } },
        }),
      ),
    initialPageParam: FIRST_PAGE,
    getNextPageParam: nextOf,
    placeholderData: keepPreviousData,
  });

export const membersQuery = (listId: string) =>
  infiniteQueryOptions({
    queryKey: ['audience', 'lists', listId, 'members'],
    queryFn: ({ pageParam }) =>
      ask(
        api.audience.GET('/api/audience/lists/{listId}/contacts', {
          params: { path: { listId }, query: pageAt(25, pageParam) },
        }),
      ),
    initialPageParam: FIRST_PAGE,
    getNextPageParam: nextOf,
  });

export const createList = (name: string) => ask(api.audience.POST('/api/audience/lists', { body: { name } }));

export interface Brand {
  readonly name: string;
  readonly colour?: string | undefined;
}

export const brandList = (listId: string, brand: Brand | null) =>
  ask(
    api.audience.PUT('/api/audience/lists/{listId}/brand', {
      params: { path: { listId } },
      body: {
        brand: brand && { name: brand.name, ...(brand.colour !== undefined && { colour: brand.colour }) },
      },
    }),
  );

export const recountList = (listId: string) =>
  ask(api.audience.POST('/api/audience/lists/{listId}/recount', { params: { path: { listId } } }));

export interface NewContact {
  readonly listId: string;
  readonly address: string;
  readonly fields: Readonly<Record<string, string>>;
}

export const addContact = (body: NewContact) => ask(api.audience.POST('/api/audience/contacts', { body }));
