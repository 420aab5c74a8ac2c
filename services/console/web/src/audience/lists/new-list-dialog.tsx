import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type SyntheticEvent, useState } from 'react';

import { ProblemAlert } from '../../common/problem-alert.tsx';
import { useSharedTexts } from '../../common/shared-texts.ts';
import { createList } from './queries.ts';
import { useListTexts } from './texts.ts';

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Asks for the name of a list, and goes on to where people are put on it. */
export const NewListDialog = ({ opened, onClose }: Props) => {
  const t = useListTexts();
  const shared = useSharedTexts();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const create = useMutation({
    mutationFn: createList,
    onSuccess: async ({ listId }) => {
      void queries.invalidateQueries({ queryKey: ['audience', 'lists'] });
      await navigate({ to: '/audience/lists/$listId', params: { listId } });
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    create.mutate(name.trim());
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('new.title')}
      centered
      closeButtonProps={{ 'aria-label': shared('close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('new.name')}
            description={t('new.hint')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={200}
            required
            data-autofocus
          />
          <ProblemAlert error={create.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {shared('confirm.cancel')}
            </Button>
            <Button type="submit" loading={create.isPending} disabled={name.trim() === ''}>
              {t('new.make')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
