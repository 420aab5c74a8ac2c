import { Card, Center, Group, Image, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import { useFormats } from '../../common/format.ts';
import { PictureActions } from './picture-actions.tsx';
import { addressOf, type PictureOnWeb } from './pictures-query.ts';
import { usePicturesTexts } from './texts.ts';

export const PictureCard = ({ picture }: { readonly picture: PictureOnWeb }) => {
  const t = usePicturesTexts();
  const formats = useFormats();
  const name = picture.fileName ?? t('unnamed');
  return (
    <Card component="li" withBorder padding="sm">
      <Card.Section>
        <Shown picture={picture} />
      </Card.Section>
      <Group justify="space-between" wrap="nowrap" mt="sm" gap="xs">
        <Stack gap={0} miw={0}>
          <Text size="sm" fw={500} truncate title={name}>
            {name}
          </Text>
          <Text size="xs" c="dimmed">
            {formats.bytes(picture.size)}
          </Text>
        </Stack>
        <PictureActions picture={picture} name={name} />
      </Group>
    </Card>
  );
};

/** The name beside it says what it is. One that never arrived cannot be shown. */
const Shown = ({ picture }: { readonly picture: PictureOnWeb }) => {
  const t = usePicturesTexts();
  const [isMissing, setIsMissing] = useState(false);
  if (isMissing) {
    return (
      <Center h={160} p="sm" bg="var(--mantine-color-default-hover)">
        <Text size="sm" c="dimmed" ta="center">
          {t('waiting')}
        </Text>
      </Center>
    );
  }
  return (
    <Image
      src={addressOf(picture)}
      alt=""
      h={160}
      fit="contain"
      loading="lazy"
      bg="var(--mantine-color-default-hover)"
      onError={() => setIsMissing(true)}
    />
  );
};
