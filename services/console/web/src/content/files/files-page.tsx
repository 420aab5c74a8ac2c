import { Button, FileButton, Table, Text, VisuallyHidden } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPaperclip, IconUpload } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';

import { Allowed } from '../../common/allowed.tsx';
import { EmptyState } from '../../common/empty-state.tsx';
import { useFormats } from '../../common/format.ts';
import { Page } from '../../common/page.tsx';
import { Paged } from '../../common/paged.tsx';
import { ProblemAlert } from '../../common/problem-alert.tsx';
import { ContentLinks } from '../content-links.tsx';
import { filesQuery } from '../queries.ts';
import { useContentTexts } from '../texts.ts';
import { FileActions } from './file-actions.tsx';
import { useFilesTexts } from './texts.ts';
import { type Media, uploadFile } from './upload.ts';

export const FilesPage = () => {
  const t = useFilesTexts();
  const content = useContentTexts();
  const files = useInfiniteQuery(filesQuery());
  const upload = useUpload();
  const action = (
    <Allowed role="author">
      {(may) => (
        <FileButton onChange={(file) => file && upload.mutate(file)} disabled={!may}>
          {(props) => (
            <Button
              {...props}
              leftSection={<IconUpload size={16} aria-hidden />}
              disabled={!may}
              loading={upload.isPending}
            >
              {t('upload')}
            </Button>
          )}
        </FileButton>
      )}
    </Allowed>
  );
  return (
    <Page title={content('section')} about={t('about')} action={action}>
      <ContentLinks />
      <ProblemAlert error={upload.error} />
      <Paged
        of={files}
        none={
          <EmptyState icon={IconPaperclip} title={t('empty.title')}>
            {t('empty.text')}
          </EmptyState>
        }
      >
        {(items) => <Files files={items} />}
      </Paged>
    </Page>
  );
};

const useUpload = () => {
  const t = useFilesTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: uploadFile,
    onSuccess: ({ fileName }) => notifications.show({ message: t('uploaded', { name: fileName }), color: 'teal' }),
    onSettled: () => void queries.invalidateQueries({ queryKey: filesQuery().queryKey }),
  });
};

const Files = ({ files }: { readonly files: readonly Media[] }) => {
  const t = useFilesTexts();
  const formats = useFormats();
  return (
    <Table highlightOnHover verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('column.name')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('column.type')}</Table.Th>
          <Table.Th ta="right">{t('column.size')}</Table.Th>
          <Table.Th w={96}>
            <VisuallyHidden>{t('column.menu')}</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {files.map((file) => (
          <Table.Tr key={file.mediaId}>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{file.fileName}</Table.Td>
            <Table.Td visibleFrom="sm">
              <Text size="sm" c="dimmed">
                {file.contentType}
              </Text>
            </Table.Td>
            <Table.Td ta="right">{formats.bytes(file.size)}</Table.Td>
            <Table.Td>
              <FileActions file={file} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
};
