import { ActionIcon, Badge, Button, Group, Menu, Paper, Stack, Text } from '@mantine/core';
import { IconDots, IconMailCog, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { useMay } from '../../app/session/session-context.tsx';
import { Allowed } from '../../common/allowed.tsx';
import { Asked } from '../../common/asked.tsx';
import { ConfirmDialog } from '../../common/confirm-dialog.tsx';
import { EmptyState } from '../../common/empty-state.tsx';
import { Page } from '../../common/page.tsx';
import { sendersQuery } from '../../common/queries/senders.ts';
import { useSharedTexts } from '../../common/shared-texts.ts';
import type { Sender } from '../campaign.ts';
import { SenderDialog } from './sender-dialog.tsx';
import { useSenderTexts } from './sender-texts.ts';
import { useDeleteSender } from './use-sender-changes.ts';

type Open = { readonly kind: 'form'; readonly sender?: Sender } | { readonly kind: 'delete'; readonly sender: Sender };

/** Who mails come from, set up once; administrators change it, everybody sees it. */
export const SendersPage = () => {
  const t = useSenderTexts();
  const asked = useQuery(sendersQuery());
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const create = <NewSender onClick={() => setOpen({ kind: 'form' })} />;
  return (
    <Page title={t('title')} about={t('about')} back={{ to: '/campaigns', label: t('back') }} action={create}>
      <Asked of={asked}>
        {(senders) =>
          senders.length === 0 ? (
            <EmptyState icon={IconMailCog} title={t('empty.title')}>
              {t('empty.text')}
            </EmptyState>
          ) : (
            <Stack gap="md">
              {senders.map((sender) => (
                <SenderCard key={sender.senderId} sender={sender} onOpen={setOpen} />
              ))}
            </Stack>
          )
        }
      </Asked>
      {open?.kind === 'form' && <SenderDialog sender={open.sender} onClose={close} />}
      {open?.kind === 'delete' && <DeleteDialog sender={open.sender} onClose={close} />}
    </Page>
  );
};

const NewSender = ({ onClick }: { readonly onClick: () => void }) => {
  const t = useSenderTexts();
  return (
    <Allowed role="administrator">
      {(may) => (
        <Button leftSection={<IconPlus size={16} aria-hidden />} disabled={!may} onClick={onClick}>
          {t('new')}
        </Button>
      )}
    </Allowed>
  );
};

interface CardProps {
  readonly sender: Sender;
  readonly onOpen: (open: Open) => void;
}

const SenderCard = ({ sender, onOpen }: CardProps) => {
  const { name, address, subjectLabel, timeZone, footerText } = sender;
  const isAdministrator = useMay('administrator');
  return (
    <Paper withBorder radius="lg" p="md" style={{ overflowWrap: 'anywhere' }}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div style={{ minWidth: 0 }}>
          <Group gap="xs">
            <Text fw={600}>{name}</Text>
            {subjectLabel !== undefined && (
              <Badge variant="light" tt="none">
                {subjectLabel}
              </Badge>
            )}
          </Group>
          <Text size="sm">{address}</Text>
          <Text size="sm" c="dimmed">
            {timeZone}
          </Text>
          {footerText !== undefined && (
            <Text size="sm" c="dimmed" mt="xs" style={{ whiteSpace: 'pre-line' }}>
              {footerText}
            </Text>
          )}
        </div>
        {isAdministrator && <SenderMenu sender={sender} onOpen={onOpen} />}
      </Group>
    </Paper>
  );
};

const SenderMenu = ({ sender, onOpen }: CardProps) => {
  const t = useSenderTexts();
  const shared = useSharedTexts();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('actions', { name: sender.name })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => onOpen({ kind: 'form', sender })}>
          {shared('edit')}
        </Menu.Item>
        <Menu.Item
          color="red"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => onOpen({ kind: 'delete', sender })}
        >
          {shared('delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};

const DeleteDialog = ({ sender, onClose }: { readonly sender: Sender; readonly onClose: () => void }) => {
  const t = useSenderTexts();
  const shared = useSharedTexts();
  const deleting = useDeleteSender(onClose);
  return (
    <ConfirmDialog
      opened
      title={t('delete.title')}
      confirm={shared('delete')}
      isDangerous
      isBusy={deleting.isPending}
      error={deleting.error}
      onConfirm={() => deleting.mutate(sender)}
      onClose={onClose}
    >
      <Text size="sm">{t('delete.text', { name: sender.name })}</Text>
    </ConfirmDialog>
  );
};
