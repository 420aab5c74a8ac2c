import { Select } from '@mantine/core';

import { useListChoices } from '../../common/use-lists.ts';
import { useEditorTexts } from './texts.ts';
import { useFieldList } from './use-merge-fields.ts';

const ALL = 'all';

/** Whose merge fields are offered while one writes. */
export const FieldList = () => {
  const t = useEditorTexts();
  const [chosen = ALL, choose] = useFieldList();
  const { lists, look } = useListChoices(chosen === ALL ? [] : [chosen]);
  return (
    <Select
      aria-label={t('fieldList')}
      size="xs"
      w={200}
      searchable
      limit={100}
      onSearchChange={look}
      allowDeselect={false}
      value={chosen}
      data={[
        { value: ALL, label: t('fieldList.all') },
        ...lists.map(({ listId, name }) => ({ value: listId, label: name })),
      ]}
      onChange={(listId) => choose(listId === null || listId === ALL ? undefined : listId)}
    />
  );
};
