import { ActionIcon, CopyButton, Group, Text, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCheck, IconCopy, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { useMay } from '../../app/session/session-context.tsx';
import { api, tell } from '../../common/api.ts';
import { ConfirmDialog } from '../../common/confirm-dialog.tsx';
import { without } from '../../common/queries/without.ts';
import { addressOf, type PictureOnWeb, picturesQuery } from './pictures-query.ts';
import { usePicturesTexts } from './texts.ts';

interface Props {
  readonly picture: PictureOnWeb;
  readonly name: string;
}

/** Copying the address of a picture, and deleting it. */
export const PictureActions = ({ picture, name }: Props) => {
  const t = usePicturesTexts();
  const isAuthor = useMay('author');
  const [isAsking, dialog] = useDisclosure();
  return (
    <Group gap={4} wrap="nowrap">
      <CopyAddress picture={picture} name={name} />
      {isAuthor && (
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('delete', { name })} onClick={dialog.open}>
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      )}
      <DeletePicture picture={picture} name={name} opened={isAsking} onClose={dialog.close} />
    </Group>
  );
};

const CopyAddress = ({ picture, name }: Props) => {
  const t = usePicturesTexts();
  return (
    <CopyButton value={addressOf(picture)}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? t('address.copied') : t('address.copy')}>
          <ActionIcon
            variant="subtle"
            color={copied ? 'teal' : 'gray'}
            size="lg"
            aria-label={copied ? t('address.copied') : t('address.of', { name })}
            onClick={copy}
          >
            {copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
          </ActionIcon>
        </Tooltip>
      )}
    </CopyButton>
  );
};

interface DeleteProps extends Props {
  readonly opened: boolean;
  readonly onClose: () => void;
}

const DeletePicture = ({ picture: { imageId }, name, opened, onClose }: DeleteProps) => {
  const t = usePicturesTexts();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => tell(api.campaigns.DELETE('/api/campaigns/images/{imageId}', { params: { path: { imageId } } })),
    onSuccess: () => {
      queries.setQueryData(picturesQuery().queryKey, (listed) => without(listed, (one) => one.imageId === imageId));
      onClose();
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: picturesQuery().queryKey, exact: true }),
  });
  return (
    <ConfirmDialog
      opened={opened}
      title={t('delete.title', { name })}
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
