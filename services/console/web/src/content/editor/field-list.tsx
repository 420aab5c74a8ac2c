import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';

import { listsQuery } from '../../common/queries/lists.ts';
import { useEditorTexts } from './texts.ts';
import { useFieldList } from './use-merge-fields.ts';

const ALL = 'all';

/** Whose merge fields are offered while one writes. */
export const FieldList = () => {
  const t = useEditorTexts();
  const lists = useQuery(listsQuery());
  const [chosen = ALL, choose] = useFieldList();
  return (
    <Select
      aria-label={t('fieldList')}
      size="xs"
      w={200}
      searchable
      allowDeselect={false}
      value={chosen}
      data={[
        { value: ALL, label: t('fieldList.all') },
        ...(lists.data ?? []).map(({ listId, name }) => ({ value: listId, label: name })),
      ]}
      onChange={(listId) => choose(listId === null || listId === ALL ? undefined : listId)}
    />
  );
};
