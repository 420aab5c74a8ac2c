import { useDebouncedValue } from '@mantine/hooks';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import type { components } from '../api/audience.d.ts';
import { allTold } from './all-told.ts';
import { MOST_CHOICES } from './every-page.ts';
import { listQuery, listsNamedQuery, listsQuery } from './queries/lists.ts';

export type List = Pick<components['schemas']['List'], 'listId' | 'name' | 'members'>;

interface Lists {
  readonly lists: readonly List[];
  /** Whether what is not among them is not there at all. */
  readonly isKnown: boolean;
}

/** The newest lists, and those that are named by their ids, however old. */
export const useLists = (ids: readonly string[]): Lists => {
  const newest = useQuery(listsQuery()).data;
  const known = new Set(newest?.map(({ listId }) => listId));
  const older = hasOlder(newest) ? ids.filter((id) => !known.has(id)) : [];
  const asked = useQueries({ queries: older.map((id) => listQuery(id)) });
  return {
    lists: [...(newest ?? []), ...asked.flatMap(({ data }) => data ?? [])],
    isKnown: newest !== undefined && allTold(asked),
  };
};

const REST_MS = 250;

/** Lists to choose from: where there are more than can be shown, those whose names hold what is typed. */
export const useListChoices = (chosen: readonly string[]): Lists & { readonly look: (typed: string) => void } => {
  const { lists, isKnown } = useLists(chosen);
  const [typed, look] = useState('');
  const [wanted] = useDebouncedValue(typed.trim(), REST_MS);
  const found = useQuery(listsNamedQuery(hasOlder(lists) ? wanted : '')).data ?? [];
  return { lists: withoutTwins([...lists, ...found]), isKnown, look };
};

const hasOlder = (lists: readonly unknown[] | undefined): boolean => (lists?.length ?? 0) >= MOST_CHOICES;

const withoutTwins = (lists: readonly List[]): readonly List[] => [
  ...new Map(lists.map((list) => [list.listId, list])).values(),
];
