import { Anchor, Button, Stack, Table } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { Allowed } from '../../common/allowed.tsx';
import { Asked } from '../../common/asked.tsx';
import { EmptyState } from '../../common/empty-state.tsx';
import { useFormats } from '../../common/format.ts';
import { More } from '../../common/more.tsx';
import { Page } from '../../common/page.tsx';
import { AudienceLinks } from '../audience-links.tsx';
import type { List } from '../model.ts';
import { useAudienceTexts } from '../texts.ts';
import { NewListDialog } from './new-list-dialog.tsx';
import { listsQuery } from './queries.ts';
import { useListTexts } from './texts.ts';

export const ListsPage = () => {
  const t = useListTexts();
  const audience = useAudienceTexts();
  const lists = useInfiniteQuery(listsQuery());
  const [isAsking, dialog] = useDisclosure();
  const create = (
    <Allowed role="author">
      {(may) => (
        <Button leftSection={<IconPlus size={16} aria-hidden />} disabled={!may} onClick={dialog.open}>
          {t('new')}
        </Button>
      )}
    </Allowed>
  );
  return (
    <Page title={audience('section')} about={t('about')} action={create}>
      <AudienceLinks />
      <Asked of={lists}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length > 0) return <Lists lists={items} />;
          return (
            <EmptyState icon={IconUsers} title={t('empty.title')}>
              {t('empty.text')}
            </EmptyState>
          );
        }}
      </Asked>
      <More of={lists} />
      <NewListDialog opened={isAsking} onClose={dialog.close} />
    </Page>
  );
};

const Lists = ({ lists }: { readonly lists: readonly List[] }) => {
  const t = useListTexts();
  const formats = useFormats();
  return (
    <Stack>
      <Table highlightOnHover verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('column.name')}</Table.Th>
            <Table.Th ta="right">{t('column.members')}</Table.Th>
            <Table.Th ta="right">{t('column.left')}</Table.Th>
            <Table.Th ta="right" visibleFrom="sm">
              {t('column.created')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lists.map(({ listId, name, members, unsubscribed, createdAt }) => (
            <Table.Tr key={listId}>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                <Anchor
                  fw={600}
                  renderRoot={(props) => <Link to="/audience/lists/$listId" params={{ listId }} {...props} />}
                >
                  {name}
                </Anchor>
              </Table.Td>
              <Table.Td ta="right">{formats.count(members)}</Table.Td>
              <Table.Td ta="right">{formats.count(unsubscribed)}</Table.Td>
              <Table.Td ta="right" visibleFrom="sm">
                {formats.day(createdAt)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
};
