import { useQuery } from '@tanstack/react-query';

import { listNamesQuery } from '../lists/queries.ts';

/** The names of lists by their ids; the id itself until, or where, its name is not known. */
export const useListName = () => {
  const { data } = useQuery(listNamesQuery());
  const names = new Map(data?.items.map(({ listId, name }) => [listId, name]));
  return (listId: string): string => names.get(listId) ?? listId;
};
