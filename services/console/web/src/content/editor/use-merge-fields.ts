import { useLocalStorage } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

import { attributesQuery } from '../../common/queries/attributes.ts';
import { missingValuesQuery } from '../../common/queries/missing-values.ts';
import { useLists } from '../../common/use-lists.ts';
import { type MergeField, mergeFieldsOf } from './merge-fields.ts';

const NONE: readonly string[] = [];

/** The list whose merge fields are offered, as it was chosen last; none for those of all. One that is deleted counts as none. */
export const useFieldList = (): readonly [string | undefined, (listId: string | undefined) => void] => {
  const [kept, keep] = useLocalStorage<string>({
    key: 'bulkhead.editor.list',
    defaultValue: '',
    getInitialValueInEffect: false,
  });
  const { lists } = useLists(kept === '' ? NONE : [kept]);
  const isThere = lists.some(({ listId }) => listId === kept);
  return [isThere ? kept : undefined, (listId = '') => keep(listId)];
};

/** The merge fields that an author is offered. */
export const useMergeFields = (): readonly MergeField[] => {
  const [listId] = useFieldList();
  const attributes = useQuery(attributesQuery());
  const names = useMemo(() => attributes.data?.items.map(({ name }) => name) ?? NONE, [attributes.data]);
  const values = useQuery(missingValuesQuery({ lists: listId === undefined ? NONE : [listId] }, names));
  return useMemo(() => mergeFieldsOf(names, values.data), [names, values.data]);
};
