import { Autocomplete, Button, Popover, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { Allowed } from '../../common/allowed.tsx';
import { attributesQuery } from '../../common/queries/attributes.ts';
import { type Fields, nameProblem } from './fields.ts';
import { useContactTexts } from './texts.ts';

interface Props {
  readonly fields: Fields;
  readonly onAdd: (name: string) => void;
}

/** A field that this person does not have yet: one that others have, or a new one. */
export const AddField = ({ fields, onAdd }: Props) => {
  const t = useContactTexts();
  const [isOpen, popover] = useDisclosure();
  const [name, setName] = useState('');
  const attributes = useQuery(attributesQuery());
  const others = (attributes.data?.items ?? []).map((one) => one.name).filter((one) => !Object.hasOwn(fields, one));
  const problem = name === '' ? undefined : nameProblem(name, fields);
  const add = () => {
    onAdd(name);
    setName('');
    popover.close();
  };
  return (
    <Popover opened={isOpen} onChange={popover.toggle} trapFocus withArrow position="top">
      <Allowed role="author">
        {(may) => (
          <Popover.Target>
            <Button
              variant="default"
              leftSection={<IconPlus size={16} aria-hidden />}
              disabled={!may}
              onClick={popover.toggle}
            >
              {t('fields.add')}
            </Button>
          </Popover.Target>
        )}
      </Allowed>
      <Popover.Dropdown>
        <Stack gap="sm" w={240}>
          <Autocomplete
            label={t('fields.name')}
            data={others}
            value={name}
            onChange={setName}
            error={problem && t(`fields.${problem}`)}
            comboboxProps={{ withinPortal: false }}
            data-autofocus
          />
          <Button disabled={name === '' || problem !== undefined} onClick={add}>
            {t('fields.addDo')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
};
