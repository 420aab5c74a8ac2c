import { useQuery } from '@tanstack/react-query';

import { listsQuery } from '../../common/queries/lists.ts';

/** The names of lists by their ids; the id itself until, or where, its name is not known. */
export const useListName = () => {
  const { data } = useQuery(listsQuery());
  const names = new Map(data?.map(({ listId, name }) => [listId, name]));
  return (listId: string): string => names.get(listId) ?? listId;
};
