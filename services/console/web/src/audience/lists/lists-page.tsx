import { Anchor, Button, Stack, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { IconPlus, IconSearch, IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

import { Allowed } from '../../common/allowed.tsx';
import { Asked } from '../../common/asked.tsx';
import { EmptyState } from '../../common/empty-state.tsx';
import { useFormats } from '../../common/format.ts';
import { More } from '../../common/more.tsx';
import { Page } from '../../common/page.tsx';
import { useSharedTexts } from '../../common/shared-texts.ts';
import { AudienceLinks } from '../audience-links.tsx';
import type { List } from '../model.ts';
import { useAudienceTexts } from '../texts.ts';
import { NewListDialog } from './new-list-dialog.tsx';
import { listsQuery } from './queries.ts';
import { useListTexts } from './texts.ts';

const REST_MS = 250;
/** So few can be read at a glance. */
const GLANCE = 10;

/** All lists, and those whose names one remembers a part of. */
export const ListsPage = () => {
  const t = useListTexts();
  const audience = useAudienceTexts();
  const [typed, setTyped] = useState<string>();
  const [name] = useDebouncedValue(typed?.trim() ?? '', REST_MS);
  const lists = useInfiniteQuery(listsQuery(name));
  const found = lists.data?.pages.flatMap(({ items }) => items) ?? [];
  useMoreUntil(found.length > 0, lists);
  return (
    <Page title={audience('section')} about={t('about')} action={<NewList />}>
      <AudienceLinks />
      <Asked of={lists}>
        {() => (
          <Stack>
            {(typed !== undefined || found.length > GLANCE) && <NameSearch typed={typed ?? ''} onType={setTyped} />}
            {found.length > 0 ? (
              <Lists lists={found} />
            ) : (
              !lists.isFetchNextPageError && <NoLists isSearched={name !== ''} isLooking={lists.isFetching} />
            )}
          </Stack>
        )}
      </Asked>
      <More of={lists} />
    </Page>
  );
};

type Asking = Pick<ReturnType<typeof useInfiniteQuery>, 'hasNextPage' | 'isFetching' | 'isError' | 'fetchNextPage'>;

/** Between two lists of a name there may lie more than one answer looks through. */
const useMoreUntil = (isFound: boolean, { hasNextPage, isFetching, isError, fetchNextPage }: Asking): void => {
  const isWanted = !isFound && hasNextPage && !isFetching && !isError;
  useEffect(() => {
    if (isWanted) void fetchNextPage();
  }, [isWanted, fetchNextPage]);
};

const NameSearch = ({ typed, onType }: { readonly typed: string; readonly onType: (typed: string) => void }) => {
  const t = useListTexts();
  return (
    <TextInput
      type="search"
      aria-label={t('search')}
      placeholder={t('search')}
      leftSection={<IconSearch size={16} aria-hidden />}
      maw="24rem"
      value={typed}
      onChange={({ currentTarget }) => onType(currentTarget.value)}
    />
  );
};

const NoLists = ({ isSearched, isLooking }: { readonly isSearched: boolean; readonly isLooking: boolean }) => {
  const t = useListTexts();
  const shared = useSharedTexts();
  if (isSearched) {
    return (
      <Text size="sm" c="dimmed" role="status">
        {isLooking ? shared('loading') : t('search.none')}
      </Text>
    );
  }
  return (
    <EmptyState icon={IconUsers} title={t('empty.title')}>
      {t('empty.text')}
    </EmptyState>
  );
};

const NewList = () => {
  const t = useListTexts();
  const [isAsking, dialog] = useDisclosure();
  return (
    <>
      <Allowed role="author">
        {(may) => (
          <Button leftSection={<IconPlus size={16} aria-hidden />} disabled={!may} onClick={dialog.open}>
            {t('new')}
          </Button>
        )}
      </Allowed>
      <NewListDialog opened={isAsking} onClose={dialog.close} />
    </>
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
