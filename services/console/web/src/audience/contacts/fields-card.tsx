import { ActionIcon, Box, Button, Group, SimpleGrid, Text } from '@mantine/core';
import { IconEraser } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { SyntheticEvent } from 'react';

import { useMay } from '../../app/session/session-context.tsx';
import { Allowed } from '../../common/allowed.tsx';
import { EditGuards } from '../../common/edit-guards.tsx';
import { fieldError } from '../../common/problem.ts';
import { ProblemAlert } from '../../common/problem-alert.tsx';
import { attributesQuery } from '../../common/queries/attributes.ts';
import { Section } from '../../common/section.tsx';
import { FieldInput } from '../field-input.tsx';
import type { ContactCard } from '../model.ts';
import { AddField } from './add-field.tsx';
import { useContactTexts } from './texts.ts';
import { useFields } from './use-fields.ts';

interface Props {
  readonly contact: ContactCard;
  readonly version: string;
}

/** What is known of a person, to be edited. Two who do so at once are asked which is to stay. */
export const FieldsCard = ({ contact, version }: Props) => {
  const t = useContactTexts();
  const edit = useFields(contact, version);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    edit.save();
  };
  return (
    <Section title={t('fields.title')} about={t('fields.about')}>
      <form onSubmit={submit}>
        <Inputs edit={edit} />
        <ProblemAlert error={edit.error} />
        <Group mt="md" gap="xs">
          <Allowed role="author">
            {(may) => (
              <Button type="submit" disabled={!may || !edit.isChanged} loading={edit.isSaving}>
                {t('fields.save')}
              </Button>
            )}
          </Allowed>
          {edit.isChanged && (
            <Button variant="default" onClick={edit.drop}>
              {t('fields.drop')}
            </Button>
          )}
          <AddField fields={edit.fields} onAdd={(name) => edit.change({ ...edit.fields, [name]: '' })} />
        </Group>
      </form>
      <EditGuards edit={edit} />
    </Section>
  );
};

const Inputs = ({ edit }: { readonly edit: ReturnType<typeof useFields> }) => {
  const t = useContactTexts();
  const may = useMay('author');
  const attributes = useQuery(attributesQuery());
  const types = new Map(attributes.data?.items.map(({ name, type }) => [name, type]));
  const { fields, change, error } = edit;
  const names = Object.keys(fields).toSorted((one, other) => one.localeCompare(other));
  if (names.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('fields.none')}
      </Text>
    );
  }
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="sm">
      {names.map((name) => (
        <Group key={name} gap={4} align="flex-end" wrap="nowrap">
          <Box flex={1}>
            <FieldInput
              attribute={{ name, type: types.get(name) ?? 'text' }}
              value={fields[name] ?? ''}
              onChange={(value) => change({ ...fields, [name]: value })}
              error={fieldError(error, `fields.${name}`)}
              disabled={!may}
            />
          </Box>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            disabled={!may || fields[name] === ''}
            aria-label={t('fields.remove', { name })}
            onClick={() => change({ ...fields, [name]: '' })}
          >
            <IconEraser size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
    </SimpleGrid>
  );
};
