import { Anchor, Table } from '@mantine/core';
import { IconFilter, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { AllowedLink } from '../../common/allowed-link.tsx';
import { EmptyState } from '../../common/empty-state.tsx';
import { useFormats } from '../../common/format.ts';
import { Page } from '../../common/page.tsx';
import { Paged } from '../../common/paged.tsx';
import { AudienceLinks } from '../audience-links.tsx';
import type { Segment } from '../model.ts';
import { useAudienceTexts } from '../texts.ts';
import { segmentsQuery } from './queries.ts';
import { countRules, toDraft } from './rule.ts';
import { useSegmentTexts } from './texts.ts';

export const SegmentsPage = () => {
  const t = useSegmentTexts();
  const audience = useAudienceTexts();
  const segments = useInfiniteQuery(segmentsQuery());
  return (
    <Page
      title={audience('segments')}
      about={t('about')}
      action={
        <AllowedLink role="author" to="/audience/segments/new" icon={IconPlus}>
          {t('new')}
        </AllowedLink>
      }
    >
      <AudienceLinks />
      <Paged
        of={segments}
        none={
          <EmptyState icon={IconFilter} title={t('empty.title')}>
            {t('empty.text')}
          </EmptyState>
        }
      >
        {(items) => <Segments segments={items} />}
      </Paged>
    </Page>
  );
};

const Segments = ({ segments }: { readonly segments: readonly Segment[] }) => {
  const t = useSegmentTexts();
  const formats = useFormats();
  return (
    <Table highlightOnHover verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('column.name')}</Table.Th>
          <Table.Th ta="right">{t('column.rules')}</Table.Th>
          <Table.Th ta="right" visibleFrom="sm">
            {t('column.changed')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {segments.map(({ segmentId, name, rule, changedAt }) => (
          <Table.Tr key={segmentId}>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>
              <Anchor
                fw={600}
                renderRoot={(props) => <Link to="/audience/segments/$segmentId" params={{ segmentId }} {...props} />}
              >
                {name}
              </Anchor>
            </Table.Td>
            <Table.Td ta="right">{formats.count(countRules(toDraft(rule)))}</Table.Td>
            <Table.Td ta="right" visibleFrom="sm">
              {formats.moment(changedAt)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
};
