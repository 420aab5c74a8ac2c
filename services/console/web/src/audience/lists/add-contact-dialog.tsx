import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SyntheticEvent } from 'react';

import { KeptNote } from '../../common/kept-note.tsx';
import { fieldError } from '../../common/problem.ts';
import { ProblemAlert } from '../../common/problem-alert.tsx';
import { attributesQuery } from '../../common/queries/attributes.ts';
import { useSharedTexts } from '../../common/shared-texts.ts';
import { useDraft } from '../../common/use-draft.ts';
import { countAnew } from '../counts.ts';
import { FieldInput } from '../field-input.tsx';
import { useAudienceTexts } from '../texts.ts';
import { NOBODY_YET, readPerson } from './new-person.ts';
import { addContact } from './queries.ts';
import { useListTexts } from './texts.ts';

interface Props {
  readonly listId: string;
  readonly opened: boolean;
  readonly onClose: () => void;
}

export const AddContactDialog = ({ listId, opened, onClose }: Props) => {
  const t = useListTexts();
  const shared = useSharedTexts();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('add.title')}
      centered
      closeButtonProps={{ 'aria-label': shared('close') }}
    >
      <NewPerson listId={listId} onDone={onClose} />
    </Modal>
  );
};

const NewPerson = ({ listId, onDone }: { readonly listId: string; readonly onDone: () => void }) => {
  const t = useListTexts();
  const audience = useAudienceTexts();
  const { draft, isRestored, keep, drop } = useDraft(`contact.new.${listId}`, readPerson);
  const { address, fields } = draft ?? NOBODY_YET;
  const attributes = useQuery(attributesQuery());
  const add = useAdd(() => {
    drop();
    onDone();
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const filled = Object.entries(fields).filter(([, value]) => value.trim() !== '');
    add.mutate({ listId, address: address.trim(), fields: Object.fromEntries(filled) });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm" c="dimmed">
          {t('add.hint')}
        </Text>
        {isRestored && <KeptNote onDrop={drop} />}
        <TextInput
          label={audience('address')}
          type="email"
          inputMode="email"
          required
          value={address}
          onChange={(event) => keep({ address: event.currentTarget.value, fields })}
          error={fieldError(add.error, 'address')}
          data-autofocus
        />
        {attributes.data?.items.map((attribute) => (
          <FieldInput
            key={attribute.name}
            attribute={attribute}
            value={fields[attribute.name] ?? ''}
            onChange={(value) => keep({ address, fields: { ...fields, [attribute.name]: value } })}
            error={fieldError(add.error, `fields.${attribute.name}`)}
          />
        ))}
        <ProblemAlert error={add.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={add.isPending} disabled={address.trim() === ''}>
            {t('add.do')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

const useAdd = (onDone: () => void) => {
  const t = useListTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: addContact,
    onSuccess: () => {
      notifications.show({ message: t('add.done') });
      countAnew(queries);
      void queries.invalidateQueries({ queryKey: ['audience', 'lists'] });
      onDone();
    },
  });
};
