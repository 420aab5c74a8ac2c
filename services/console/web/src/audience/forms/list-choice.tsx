import { Select } from '@mantine/core';

import { useListChoices } from '../../common/use-lists.ts';
import type { Written } from './subscribe-form.ts';
import { useFormTexts } from './texts.ts';

interface Props {
  readonly form: Written;
  readonly isFixed: boolean;
  readonly onChoose: (listId: string) => void;
}

/** The list that people are put on. */
export const ListChoice = ({ form: { listId: chosen }, isFixed, onChoose }: Props) => {
  const t = useFormTexts();
  const { lists, look } = useListChoices(chosen === '' ? [] : [chosen]);
  return (
    <Select
      label={t('list')}
      placeholder={t('listChoose')}
      required
      value={chosen === '' ? null : chosen}
      disabled={isFixed}
      data={lists.map(({ listId, name }) => ({ value: listId, label: name }))}
      searchable
      limit={100}
      allowDeselect={false}
      onSearchChange={look}
      onChange={(listId) => onChoose(listId ?? chosen)}
    />
  );
};
