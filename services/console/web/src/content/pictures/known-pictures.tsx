import { Box, Image, Input, SimpleGrid, UnstyledButton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';

import { More } from '../../common/more.tsx';
import { addressOf, picturesQuery } from './pictures-query.ts';
import { usePicturesTexts } from './texts.ts';

interface Props {
  /** The address of the one that is chosen. */
  readonly chosen: string | undefined;
  readonly onChoose: (address: string | undefined) => void;
}

/** Pictures that are here already, to choose one of them; nothing where there are none. */
export const KnownPictures = ({ chosen, onChoose }: Props) => {
  const t = usePicturesTexts();
  const pictures = useInfiniteQuery(picturesQuery());
  const items = pictures.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) return null;
  return (
    <Input.Wrapper label={t('known')} labelElement="div">
      <Box mah={220} style={{ overflowY: 'auto' }} p={2} tabIndex={0} role="group" aria-label={t('known')}>
        <SimpleGrid cols={{ base: 3, xs: 4 }} spacing="xs">
          {items.map((picture) => {
            const address = addressOf(picture);
            const isChosen = address === chosen;
            return (
              <UnstyledButton
                key={picture.imageId}
                aria-label={picture.fileName ?? t('unnamed')}
                aria-pressed={isChosen}
                title={picture.fileName}
                onClick={() => onChoose(isChosen ? undefined : address)}
                bdrs="sm"
                bg="var(--mantine-color-default-hover)"
                style={{ outline: isChosen ? '2px solid var(--mantine-primary-color-filled)' : 'none' }}
              >
                <Image src={address} alt="" h={72} fit="contain" loading="lazy" />
              </UnstyledButton>
            );
          })}
        </SimpleGrid>
        <More of={pictures} />
      </Box>
    </Input.Wrapper>
  );
};
