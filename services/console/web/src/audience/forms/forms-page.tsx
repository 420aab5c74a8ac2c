import { Anchor, Table, Text } from '@mantine/core';
import { IconForms, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { AllowedLink } from '../../common/allowed-link.tsx';
import { EmptyState } from '../../common/empty-state.tsx';
import { Page } from '../../common/page.tsx';
import { Paged } from '../../common/paged.tsx';
import { AudienceLinks } from '../audience-links.tsx';
import { useListName } from '../contacts/use-list-name.ts';
import type { Form } from '../model.ts';
import { useAudienceTexts } from '../texts.ts';
import { formsQuery } from './queries.ts';
import { useFormTexts } from './texts.ts';

export const FormsPage = () => {
  const t = useFormTexts();
  const audience = useAudienceTexts();
  const forms = useInfiniteQuery(formsQuery());
  return (
    <Page
      title={audience('forms')}
      about={t('about')}
      action={
        <AllowedLink role="author" to="/audience/forms/new" icon={IconPlus}>
          {t('new')}
        </AllowedLink>
      }
    >
      <AudienceLinks />
      <Paged
        of={forms}
        none={
          <EmptyState icon={IconForms} title={t('empty.title')}>
            {t('empty.text')}
          </EmptyState>
        }
      >
        {(items) => <Forms forms={items} />}
      </Paged>
    </Page>
  );
};

const Forms = ({ forms }: { readonly forms: readonly Form[] }) => {
  const t = useFormTexts();
  const nameOf = useListName();
  return (
    <Table highlightOnHover verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('column.name')}</Table.Th>
          <Table.Th>{t('column.list')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('column.optIn')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {forms.map(({ formId, name, listId, origins, doubleOptIn }) => (
          <Table.Tr key={formId}>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>
              <Anchor
                fw={600}
                renderRoot={(props) => <Link to="/audience/forms/$formId" params={{ formId }} {...props} />}
              >
                {name}
              </Anchor>
              <Text size="xs" c="dimmed">
                {origins.join(', ')}
              </Text>
            </Table.Td>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{nameOf(listId)}</Table.Td>
            <Table.Td visibleFrom="sm">{t(doubleOptIn ? 'optIn.double' : 'optIn.single')}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
};
