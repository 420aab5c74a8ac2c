import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPaperclip, IconPhotoPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { ProblemAlert } from '../../common/problem-alert.tsx';
import { Section } from '../../common/section.tsx';
import { useFilesTexts } from '../files/texts.ts';
import { uploadFile } from '../files/upload.ts';
import { filesQuery } from '../queries.ts';
import { AttachedFile } from './attached-file.tsx';
import type { Draft } from './draft.ts';
import { KnownFiles } from './known-files.tsx';
import { PictureDialog } from './picture-dialog.tsx';

interface Props {
  readonly draft: Draft;
  readonly isReadOnly: boolean;
  readonly onChange: (part: Partial<Draft>) => void;
  /** Puts something into the code, while that is open. */
  readonly onInsert?: (text: string) => void;
}

/** What comes with the mail. */
export const FilesSection = ({ draft, isReadOnly, onChange, onInsert }: Props) => {
  const t = useFilesTexts();
  const queries = useQueryClient();
  const [isChoosing, picture] = useDisclosure();
  const { attachments } = draft;
  const attach = (mediaId: string): void => {
    if (attachments.some((file) => file.mediaId === mediaId)) return;
    onChange({ attachments: [...attachments, { mediaId, fileName: '' }] });
  };
  const upload = useMutation({
    mutationFn: uploadFile,
    onSuccess: ({ mediaId }) => attach(mediaId),
    onSettled: () => void queries.invalidateQueries({ queryKey: filesQuery().queryKey, exact: true }),
  });
  return (
    <Section title={t('section.title')} about={t('section.about')}>
      <Stack gap="sm">
        {attachments.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('attached.none')}
          </Text>
        )}
        {attachments.map((file, n) => (
          <AttachedFile
            key={file.mediaId}
            {...file}
            isReadOnly={isReadOnly}
            onRename={(fileName) =>
              onChange({ attachments: attachments.map((one, m) => (m === n ? { ...one, fileName } : one)) })
            }
            onRemove={() => onChange({ attachments: attachments.filter((_, m) => m !== n) })}
          />
        ))}
        <ProblemAlert error={upload.error} />
        {!isReadOnly && (
          <Group gap="sm">
            <FileButton onChange={(file) => file && upload.mutate(file)}>
              {(props) => (
                <Button
                  {...props}
                  variant="default"
                  leftSection={<IconPaperclip size={16} aria-hidden />}
                  loading={upload.isPending}
                >
                  {t('attach')}
                </Button>
              )}
            </FileButton>
            <KnownFiles without={attachments.map(({ mediaId }) => mediaId)} onChoose={attach} />
            {onInsert && (
              <Button variant="default" leftSection={<IconPhotoPlus size={16} aria-hidden />} onClick={picture.open}>
                {t('picture')}
              </Button>
            )}
          </Group>
        )}
      </Stack>
      {onInsert && (
        <PictureDialog format={draft.format} opened={isChoosing} onInsert={onInsert} onClose={picture.close} />
      )}
    </Section>
  );
};
