import { Badge, Box, Table } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { EmptyState } from '../../common/empty-state.tsx';
import { Paged } from '../../common/paged.tsx';
import { Section } from '../../common/section.tsx';
import type { Member } from '../model.ts';
import { PersonCells } from '../person-cells.tsx';
import { membersQuery } from './queries.ts';
import { useListTexts } from './texts.ts';

/** The people on a list, page by page: there may be a million. */
export const Members = ({ listId }: { readonly listId: string }) => {
  const t = useListTexts();
  const members = useInfiniteQuery(membersQuery(listId));
  return (
    <Section title={t('members')}>
      <Paged
        of={members}
        none={
          <EmptyState icon={IconUsersGroup} title={t('members.empty.title')}>
            {t('members.empty.text')}
          </EmptyState>
        }
      >
        {(people) => <People people={people} />}
      </Paged>
    </Section>
  );
};

const People = ({ people }: { readonly people: readonly Member[] }) => {
  const t = useListTexts();
  return (
    <Table highlightOnHover layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('column.contact')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('column.fields')}</Table.Th>
          <Table.Th visibleFrom="sm" w={120}>
            {t('column.mail')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {people.map(({ mailable, ...person }) => (
          <Table.Tr key={person.contactId}>
            <PersonCells person={person}>
              {!mailable && (
                <Box hiddenFrom="sm" mt={4}>
                  <Mailable is={false} />
                </Box>
              )}
            </PersonCells>
            <Table.Td visibleFrom="sm">
              <Mailable is={mailable} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
};

const Mailable = ({ is }: { readonly is: boolean }) => {
  const t = useListTexts();
  return (
    <Badge variant="light" color={is ? 'teal' : 'gray'} tt="none">
      {t(is ? 'members.mailable' : 'members.silent')}
    </Badge>
  );
};
