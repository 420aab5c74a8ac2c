import { Anchor, Badge, Group, Table, Text, VisuallyHidden } from '@mantine/core';
import { IconMail, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import type { components } from '../../api/campaigns.d.ts';
import { AllowedLink } from '../../common/allowed-link.tsx';
import { EmptyState } from '../../common/empty-state.tsx';
import { Page } from '../../common/page.tsx';
import { Paged } from '../../common/paged.tsx';
import { ContentLinks } from '../content-links.tsx';
import { templatesQuery } from '../queries.ts';
import { useContentTexts } from '../texts.ts';
import { TemplateMenu } from './template-menu.tsx';
import { useTemplatesTexts } from './texts.ts';

type TemplateLine = components['schemas']['TemplateLine'];

export const TemplatesPage = () => {
  const t = useTemplatesTexts();
  const content = useContentTexts();
  const templates = useInfiniteQuery(templatesQuery());
  return (
    <Page title={content('section')} about={t('about')} action={<NewTemplate />}>
      <ContentLinks />
      <Paged
        of={templates}
        none={
          <EmptyState icon={IconMail} title={t('empty.title')}>
            {t('empty.text')}
          </EmptyState>
        }
      >
        {(items) => <Templates templates={items} />}
      </Paged>
    </Page>
  );
};

const NewTemplate = () => {
  const t = useTemplatesTexts();
  return (
    <AllowedLink role="author" to="/content/new" icon={IconPlus}>
      {t('new')}
    </AllowedLink>
  );
};

const Templates = ({ templates }: { readonly templates: readonly TemplateLine[] }) => {
  const t = useTemplatesTexts();
  return (
    <Table highlightOnHover verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('column.name')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('column.subject')}</Table.Th>
          <Table.Th visibleFrom="md">{t('column.fields')}</Table.Th>
          <Table.Th w={48}>
            <VisuallyHidden>{t('column.menu')}</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {templates.map((template) => (
          <Table.Tr key={template.templateId}>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>
              <Anchor
                fw={600}
                renderRoot={(props) => (
                  <Link to="/content/templates/$templateId" params={{ templateId: template.templateId }} {...props} />
                )}
              >
                {template.name}
              </Anchor>
              <Text size="sm" c="dimmed" hiddenFrom="sm" lineClamp={2}>
                {template.subject}
              </Text>
            </Table.Td>
            <Table.Td visibleFrom="sm" style={{ overflowWrap: 'anywhere' }}>
              <Text size="sm" lineClamp={2}>
                {template.subject}
              </Text>
            </Table.Td>
            <Table.Td visibleFrom="md">
              <Fields fields={template.fields} />
            </Table.Td>
            <Table.Td>
              <TemplateMenu template={template} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
};

const MOST_SHOWN = 4;
/** Every mail has its own link; it is nothing that one knows of a person. */
const OWN = 'unsubscribe_url';

const Fields = ({ fields }: { readonly fields: readonly string[] }) => {
  const t = useTemplatesTexts();
  const theirs = fields.filter((field) => field !== OWN);
  if (theirs.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('fields.none')}
      </Text>
    );
  }
  return (
    <Group gap={4}>
      {theirs.slice(0, MOST_SHOWN).map((field) => (
        <Badge key={field} variant="light" color="gray" tt="none" fw={500}>
          {field}
        </Badge>
      ))}
      {theirs.length > MOST_SHOWN && <Text size="xs">+{theirs.length - MOST_SHOWN}</Text>}
    </Group>
  );
};
