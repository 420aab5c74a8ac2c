import { Anchor, Stack, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormats } from '../../common/format.ts';
import { Paged } from '../../common/paged.tsx';
import { Section } from '../../common/section.tsx';
import { importsQuery } from '../imports/queries.ts';
import { StatusBadge } from '../imports/status-badge.tsx';
import { useImportTexts } from '../imports/texts.ts';
import { useNewsOfAll } from '../imports/use-news.ts';
import type { ImportSummary } from '../model.ts';
import { useListTexts } from './texts.ts';

/** What has been imported into a list, the newest first. */
export const ListImports = ({ listId }: { readonly listId: string }) => {
  const t = useListTexts();
  const imports = useInfiniteQuery(importsQuery(listId));
  useNewsOfAll(imports.data?.pages.flatMap(({ items }) => items));
  return (
    <Section title={t('imports')}>
      <Paged
        of={imports}
        none={
          <Text size="sm" c="dimmed">
            {t('imports.none')}
          </Text>
        }
      >
        {(items) => <Imports imports={items} />}
      </Paged>
    </Section>
  );
};

const Imports = ({ imports }: { readonly imports: readonly ImportSummary[] }) => {
  const t = useImportTexts();
  const formats = useFormats();
  return (
    <Table layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('column.file')}</Table.Th>
          <Table.Th w={{ base: 112, sm: 160 }}>{t('column.status')}</Table.Th>
          <Table.Th ta="right" visibleFrom="sm" w={120}>
            {t('column.people')}
          </Table.Th>
          <Table.Th ta="right" visibleFrom="sm" w={120}>
            {t('column.rejected')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {imports.map(({ importId, fileName, files, requestedAt, status, accepted, rejected }) => (
          <Table.Tr key={importId}>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>
              <Stack gap={0}>
                <Anchor
                  size="sm"
                  renderRoot={(props) => <Link to="/audience/imports/$importId" params={{ importId }} {...props} />}
                >
                  {(files ?? [fileName]).join(', ')}
                </Anchor>
                <Text size="xs" c="dimmed">
                  {formats.moment(requestedAt)}
                </Text>
              </Stack>
            </Table.Td>
            <Table.Td>
              <StatusBadge of={{ status, accepted, rejected }} />
            </Table.Td>
            <Table.Td ta="right" visibleFrom="sm">
              {formats.count(accepted)}
            </Table.Td>
            <Table.Td ta="right" visibleFrom="sm">
              {formats.count(rejected)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
};
