import { ActionIcon, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';

import { useFormats } from '../../common/format.ts';
import { useImportTexts } from './texts.ts';

interface Props {
  readonly files: readonly File[];
  /** Bytes by the names of the files. */
  readonly sent: Readonly<Record<string, number>>;
  readonly isUploading: boolean;
  readonly onRemove: (name: string) => void;
}

/** What has been chosen, and how much of it has gone up. */
export const ChosenFiles = ({ files, sent, isUploading, onRemove }: Props) => {
  const t = useImportTexts();
  if (files.length === 0) return null;
  return (
    <Stack component="ul" gap="xs" m={0} p={0} aria-label={t('files.label')} style={{ listStyle: 'none' }}>
      {files.map((file) => (
        <Paper component="li" key={file.name} withBorder px="md" py="xs">
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
              {file.name}
            </Text>
            <Group gap="xs" wrap="nowrap">
              <Sent file={file} sent={sent[file.name]} />
              {!isUploading && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('files.remove', { name: file.name })}
                  onClick={() => onRemove(file.name)}
                >
                  <IconX size={16} aria-hidden />
                </ActionIcon>
              )}
            </Group>
          </Group>
          {sent[file.name] !== undefined && (
            <Progress
              mt={6}
              size="sm"
              value={(100 * (sent[file.name] ?? 0)) / Math.max(1, file.size)}
              aria-label={file.name}
            />
          )}
        </Paper>
      ))}
    </Stack>
  );
};

const Sent = ({ file, sent }: { readonly file: File; readonly sent: number | undefined }) => {
  const t = useImportTexts();
  const formats = useFormats();
  const all = formats.bytes(file.size);
  return (
    <Text size="sm" c="dimmed" className="figures" style={{ whiteSpace: 'nowrap' }}>
      {sent === undefined ? all : t('upload.progress', { sent: formats.bytes(Math.min(sent, file.size)), all })}
    </Text>
  );
};
