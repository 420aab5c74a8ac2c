import { Button, FileButton, SimpleGrid } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPhoto, IconUpload } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';

import { Allowed } from '../../common/allowed.tsx';
import { EmptyState } from '../../common/empty-state.tsx';
import { Page } from '../../common/page.tsx';
import { Paged } from '../../common/paged.tsx';
import { ProblemAlert } from '../../common/problem-alert.tsx';
import { ContentLinks } from '../content-links.tsx';
import { uploadImage } from '../files/upload-image.ts';
import { useContentTexts } from '../texts.ts';
import { PictureCard } from './picture-card.tsx';
import { picturesQuery } from './pictures-query.ts';
import { usePicturesTexts } from './texts.ts';

export const PicturesPage = () => {
  const t = usePicturesTexts();
  const content = useContentTexts();
  const pictures = useInfiniteQuery(picturesQuery());
  const upload = useUpload();
  return (
    <Page title={content('section')} about={t('about')} action={<Upload {...upload} />}>
      <ContentLinks />
      <ProblemAlert error={upload.error} />
      <Paged
        of={pictures}
        none={
          <EmptyState icon={IconPhoto} title={t('empty.title')}>
            {t('empty.text')}
          </EmptyState>
        }
      >
        {(items) => (
          <SimpleGrid component="ul" cols={{ base: 1, xs: 2, sm: 3, lg: 4 }} p={0} m={0}>
            {items.map((picture) => (
              <PictureCard key={picture.imageId} picture={picture} />
            ))}
          </SimpleGrid>
        )}
      </Paged>
    </Page>
  );
};

const useUpload = () => {
  const t = usePicturesTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: uploadImage,
    onSuccess: (_, { name }) => notifications.show({ message: t('uploaded', { name }), color: 'teal' }),
    onSettled: () => void queries.invalidateQueries({ queryKey: picturesQuery().queryKey }),
  });
};

const Upload = ({ mutate, isPending }: Pick<ReturnType<typeof useUpload>, 'mutate' | 'isPending'>) => {
  const t = usePicturesTexts();
  return (
    <Allowed role="author">
      {(may) => (
        <FileButton
          onChange={(file) => file && mutate(file)}
          accept="image/png,image/jpeg,image/gif,image/webp"
          disabled={!may}
        >
          {(props) => (
            <Button {...props} leftSection={<IconUpload size={16} aria-hidden />} disabled={!may} loading={isPending}>
              {t('upload')}
            </Button>
          )}
        </FileButton>
      )}
    </Allowed>
  );
};
