import { Button, FileInput, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';

import { ProblemAlert } from '../../common/problem-alert.tsx';
import { useSharedTexts } from '../../common/shared-texts.ts';
import { useFilesTexts } from '../files/texts.ts';
import { uploadFile } from '../files/upload.ts';
import { uploadImage } from '../files/upload-image.ts';
import type { Draft } from './draft.ts';
import { pictureCode } from './picture-code.ts';

interface Props {
  readonly format: Draft['format'];
  readonly opened: boolean;
  readonly onInsert: (code: string) => void;
  readonly onClose: () => void;
}

type Place = 'linked' | 'inside';

/** Where a picture is shown from once it is uploaded. */
const sourceOf = async (file: File, place: Place): Promise<string> =>
  place === 'linked' ? (await uploadImage(file)).url : `cid:${(await uploadFile(file)).mediaId}`;

export const PictureDialog = ({ format, opened, onInsert, onClose }: Props) => {
  const t = useFilesTexts();
  const shared = useSharedTexts();
  const [file, setFile] = useState<File | null>(null);
  const [alt, setAlt] = useState('');
  const [place, setPlace] = useState<Place>('linked');
  const insert = useMutation({
    mutationFn: (chosen: File) => sourceOf(chosen, place),
    onSuccess: (source) => {
      onClose();
      onInsert(pictureCode(format, source, alt));
      setFile(null);
      setAlt('');
    },
  });
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('picture.title')}
      closeButtonProps={{ 'aria-label': shared('close') }}
    >
      <Stack>
        <FileInput
          label={t('picture.file')}
          placeholder={t('picture.choose')}
          accept="image/png,image/jpeg,image/gif"
          leftSection={<IconPhoto size={16} aria-hidden />}
          value={file}
          onChange={setFile}
          data-autofocus
        />
        <TextInput
          label={t('picture.alt')}
          description={t('picture.alt.about')}
          value={alt}
          maxLength={300}
          onChange={(event) => setAlt(event.currentTarget.value)}
        />
        <Radio.Group
          label={t('picture.where')}
          value={place}
          onChange={(word) => setPlace(word === 'inside' ? 'inside' : 'linked')}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="linked" label={t('picture.linked')} />
            <Radio value="inside" label={t('picture.inside')} />
          </Stack>
        </Radio.Group>
        <Text size="sm" c="dimmed">
          {t('picture.where.about')}
        </Text>
        <ProblemAlert error={insert.error} />
        <Group justify="flex-end">
          <Button loading={insert.isPending} disabled={file === null} onClick={() => file && insert.mutate(file)}>
            {t('picture.insert')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
