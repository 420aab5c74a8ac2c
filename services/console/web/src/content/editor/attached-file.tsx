import { ActionIcon, Group, Text, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';

import { useFormats } from '../../common/format.ts';
import { fileQuery } from '../../common/queries/file.ts';
import { useFilesTexts } from '../files/texts.ts';

interface Props {
  readonly mediaId: string;
  /** As readers see it; the file's own where it is empty. */
  readonly fileName: string;
  readonly isReadOnly: boolean;
  readonly onRename: (fileName: string) => void;
  readonly onRemove: () => void;
}

export const AttachedFile = ({ mediaId, fileName, isReadOnly, onRename, onRemove }: Props) => {
  const t = useFilesTexts();
  const formats = useFormats();
  const { data } = useQuery(fileQuery(mediaId));
  const own = data?.fileName ?? mediaId;
  return (
    <Group gap="sm" wrap="nowrap" align="flex-end">
      <TextInput
        flex={1}
        maw={420}
        label={t('attached.name')}
        placeholder={own}
        value={fileName}
        maxLength={200}
        readOnly={isReadOnly}
        onChange={(event) => onRename(event.currentTarget.value)}
      />
      <Text size="sm" c="dimmed" pb={8} className="figures">
        {data && formats.bytes(data.size)}
      </Text>
      {!isReadOnly && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          mb={2}
          aria-label={t('attached.remove', { name: fileName === '' ? own : fileName })}
          onClick={onRemove}
        >
          <IconX size={18} aria-hidden />
        </ActionIcon>
      )}
    </Group>
  );
};
