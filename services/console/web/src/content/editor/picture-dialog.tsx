import { Button, FileInput, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { ProblemAlert } from '../../common/problem-alert.tsx';
import { useSharedTexts } from '../../common/shared-texts.ts';
import { useFilesTexts } from '../files/texts.ts';
import { uploadImage, uploadInside } from '../files/upload-image.ts';
import { KnownPictures } from '../pictures/known-pictures.tsx';
import { picturesQuery } from '../pictures/pictures-query.ts';
import type { Draft } from './draft.ts';
import { pictureCode } from './picture-code.ts';
import { type Words, wordsOf } from './words-of.ts';

interface Props {
  readonly format: Draft['format'];
  readonly opened: boolean;
  readonly onInsert: (code: string) => void;
  readonly onClose: () => void;
}

type Place = 'linked' | 'inside';

/** Where a picture is shown from once it is uploaded. */
const sourceOf = async (file: File, place: Place): Promise<string> =>
  place === 'linked' ? (await uploadImage(file)).url : `cid:${(await uploadInside(file)).mediaId}`;

/** Uploads what is not here yet, and hands on where it is shown from. */
const useUpload = (place: Place, whenThere: (source: string) => void) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (chosen: string | File | undefined) =>
      chosen instanceof File ? await sourceOf(chosen, place) : chosen,
    onSuccess: (source) => source !== undefined && whenThere(source),
    onSettled: () => void queries.invalidateQueries({ queryKey: picturesQuery().queryKey }),
  });
};

const UNSAID = { alt: '', of: undefined } as const;

export const PictureDialog = ({ format, opened, onInsert, onClose }: Props) => {
  const t = useFilesTexts();
  const shared = useSharedTexts();
  const [file, setFile] = useState<File | null>(null);
  const [known, setKnown] = useState<string>();
  const [words, setWords] = useState<Words<File | string>>(UNSAID);
  const [place, setPlace] = useState<Place>('linked');
  const choose = (chosen: File | null, address?: string) => {
    setFile(chosen);
    setKnown(address);
  };
  const chosen = known ?? file ?? undefined;
  const alt = wordsOf(words, chosen);
  const insert = useUpload(place, (source) => {
    onClose();
    onInsert(pictureCode(format, source, alt));
    choose(null);
    setWords(UNSAID);
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
          // What to choose is told by it alone: it has to be read.
          styles={{ placeholder: { color: 'var(--mantine-color-dimmed)' } }}
          value={file}
          onChange={choose}
          data-autofocus
        />
        <KnownPictures chosen={known} onChoose={(address) => choose(null, address)} />
        <TextInput
          label={t('picture.alt')}
          description={t('picture.alt.about')}
          value={alt}
          maxLength={300}
          onChange={(event) => setWords({ alt: event.currentTarget.value, of: chosen })}
        />
        {known === undefined && <PlaceChoice value={place} onChange={setPlace} />}
        <Text size="sm" c="dimmed">
          {t('picture.where.about')}
        </Text>
        <ProblemAlert error={insert.error} />
        <Group justify="flex-end">
          <Button loading={insert.isPending} disabled={chosen === undefined} onClick={() => insert.mutate(chosen)}>
            {t('picture.insert')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};

interface PlaceProps {
  readonly value: Place;
  readonly onChange: (place: Place) => void;
}

const PlaceChoice = ({ value, onChange }: PlaceProps) => {
  const t = useFilesTexts();
  return (
    <Radio.Group
      label={t('picture.where')}
      value={value}
      onChange={(word) => onChange(word === 'inside' ? 'inside' : 'linked')}
    >
      <Stack gap="xs" mt="xs">
        <Radio value="linked" label={t('picture.linked')} />
        <Radio value="inside" label={t('picture.inside')} />
      </Stack>
    </Radio.Group>
  );
};
