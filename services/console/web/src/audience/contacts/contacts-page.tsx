import { Table, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch, IconUserSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { EmptyState } from '../../common/empty-state.tsx';
import { Page } from '../../common/page.tsx';
import { Paged } from '../../common/paged.tsx';
import { ApiProblem } from '../../common/problem.ts';
import { AudienceLinks } from '../audience-links.tsx';
import type { Contact } from '../model.ts';
import { PersonCells } from '../person-cells.tsx';
import { useAudienceTexts } from '../texts.ts';
import { contactsQuery } from './queries.ts';
import { useContactTexts } from './texts.ts';

const TYPING_MS = 300;
const SHORTEST = 2;

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** What was looked for: it may be somebody's address, which must not stand in an address of ours that is logged and remembered. */
    readonly find?: string;
  }
}

export const ContactsPage = () => {
  const t = useContactTexts();
  const audience = useAudienceTexts();
  const find = useLocation({ select: ({ state }) => state.find ?? '' });
  const navigate = useNavigate();
  const [typed, setTyped] = useState(find);
  const look = useDebouncedCallback((wanted: string) => {
    void navigate({ to: '/audience/contacts', state: wanted === '' ? {} : { find: wanted }, replace: true });
  }, TYPING_MS);
  return (
    <Page title={audience('contacts')} about={t('about')}>
      <AudienceLinks />
      <TextInput
        type="search"
        label={t('find.label')}
        description={t('find.hint')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          look(event.currentTarget.value.trim());
        }}
        maxLength={320}
        maw={480}
        autoComplete="off"
        spellCheck={false}
      />
      {find.length < SHORTEST ? (
        <EmptyState icon={IconUserSearch} title={t('find.begin.title')}>
          {t('find.begin.text')}
        </EmptyState>
      ) : (
        <Found wanted={find} />
      )}
    </Page>
  );
};

const Found = ({ wanted }: { readonly wanted: string }) => {
  const t = useContactTexts();
  const contacts = useInfiniteQuery(contactsQuery(wanted));
  if (contacts.error instanceof ApiProblem && contacts.error.code === 'prefix_of_no_address') {
    return (
      <EmptyState icon={IconUserSearch} title={t('find.none.title')}>
        {t('find.noAddress')}
      </EmptyState>
    );
  }
  return (
    <>
      <Paged
        of={contacts}
        none={
          <EmptyState icon={IconUserSearch} title={t('find.none.title')}>
            {t('find.none.text')}
          </EmptyState>
        }
      >
        {(people) => <People people={people} />}
      </Paged>
    </>
  );
};

const People = ({ people }: { readonly people: readonly Contact[] }) => {
  const t = useContactTexts();
  return (
    <Table highlightOnHover layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('column.contact')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('column.fields')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {people.map((person) => (
          <Table.Tr key={person.contactId}>
            <PersonCells person={person} />
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
};
