import { ActionIcon, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconDownload, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { useMay } from '../../app/session/session-context.tsx';
import { api, tell } from '../../common/api.ts';
import { ConfirmDialog } from '../../common/confirm-dialog.tsx';
import { fileQuery } from '../../common/queries/file.ts';
import { without } from '../../common/queries/without.ts';
import { filesQuery } from '../queries.ts';
import { useFilesTexts } from './texts.ts';
import type { Media } from './upload.ts';

/** Looking at a file, and deleting it. */
export const FileActions = ({ file }: { readonly file: Media }) => {
  const t = useFilesTexts();
  const isAuthor = useMay('author');
  const queries = useQueryClient();
  const [isAsking, dialog] = useDisclosure();
  const look = async (): Promise<void> => {
    const { url } = await queries.query({ ...fileQuery(file.mediaId), staleTime: 0 });
    if (url === undefined) notifications.show({ message: t('look.waiting'), color: 'yellow' });
    else window.open(url, '_blank', 'noopener');
  };
  return (
    <Group gap={4} wrap="nowrap" justify="flex-end">
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t('look', { name: file.fileName })}
        onClick={() => void look()}
      >
        <IconDownload size={18} aria-hidden />
      </ActionIcon>
      {isAuthor && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('delete', { name: file.fileName })}
          onClick={dialog.open}
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      )}
      <DeleteFile file={file} opened={isAsking} onClose={dialog.close} />
    </Group>
  );
};

interface DeleteProps {
  readonly file: Media;
  readonly opened: boolean;
  readonly onClose: () => void;
}

const DeleteFile = ({ file: { mediaId, fileName }, opened, onClose }: DeleteProps) => {
  const t = useFilesTexts();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => tell(api.campaigns.DELETE('/api/campaigns/media/{mediaId}', { params: { path: { mediaId } } })),
    onSuccess: () => {
      queries.setQueryData(filesQuery().queryKey, (listed) => without(listed, (one) => one.mediaId === mediaId));
      onClose();
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: filesQuery().queryKey, exact: true }),
  });
  return (
    <ConfirmDialog
      opened={opened}
      title={t('delete.title', { name: fileName })}
      confirm={t('delete.confirm')}
      isDangerous
      isBusy={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <Text size="sm">{t('delete.text')}</Text>
    </ConfirmDialog>
  );
};
