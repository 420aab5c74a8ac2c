import { Button, Group, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import { Allowed } from '../../common/allowed.tsx';
import { ConfirmDialog } from '../../common/confirm-dialog.tsx';
import { countAnew } from '../counts.ts';
import type { ContactCard } from '../model.ts';
import { contactKey, eraseContact } from './queries.ts';
import { useContactTexts } from './texts.ts';

/** Forgets somebody, once the address has been typed: nobody does it by a slip. */
export const EraseContact = ({ contact: { contactId, address } }: { readonly contact: ContactCard }) => {
  const t = useContactTexts();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [isAsking, asking] = useDisclosure();
  const [typed, setTyped] = useState('');
  const erase = useMutation({
    mutationFn: () => eraseContact(contactId),
    onSuccess: async () => {
      notifications.show({ message: t('erase.done') });
      countAnew(queries);
      await navigate({ to: '/audience/contacts', ignoreBlocker: true });
      queries.removeQueries({ queryKey: contactKey(contactId) });
    },
  });
  return (
    <Group justify="space-between" gap="sm">
      <Text size="sm" flex={1} miw={220}>
        {t('erase.about')}
      </Text>
      <Allowed role="administrator">
        {(may) => (
          <Button variant="default" disabled={!may} onClick={asking.open}>
            {t('erase.do')}
          </Button>
        )}
      </Allowed>
      <ConfirmDialog
        opened={isAsking}
        title={t('erase.title')}
        confirm={t('erase.confirm')}
        isDangerous
        isBusy={erase.isPending}
        isReady={typed.trim().toLowerCase() === address.toLowerCase()}
        error={erase.error}
        onConfirm={() => erase.mutate()}
        onClose={asking.close}
      >
        <Text size="sm">{t('erase.text')}</Text>
        <TextInput
          label={t('erase.type', { address })}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
        />
      </ConfirmDialog>
    </Group>
  );
};
