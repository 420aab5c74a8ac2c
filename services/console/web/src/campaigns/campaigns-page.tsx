import { Button, Group, SegmentedControl, Stack } from '@mantine/core';
import { IconFilterOff, IconPlus, IconSpeakerphone } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';

import { AllowedLink } from '../common/allowed-link.tsx';
import { Asked } from '../common/asked.tsx';
import { EmptyState } from '../common/empty-state.tsx';
import { More } from '../common/more.tsx';
import { Page } from '../common/page.tsx';
import { FILTERS, type Filter, isFilter, statusesOf } from './campaign.ts';
import { CampaignsTable } from './campaigns-table.tsx';
import { campaignsQuery } from './queries.ts';
import { useCampaignTexts } from './texts.ts';

/** Campaigns, the newest first: all, or those in some states. */
export const CampaignsPage = () => {
  const t = useCampaignTexts();
  const { status: filter = 'all' } = useSearch({ from: '/campaigns' });
  const asked = useInfiniteQuery(campaignsQuery(statusesOf(filter)));
  const found = asked.data?.pages.flatMap(({ items }) => items) ?? [];
  const isNone = asked.data !== undefined && found.length === 0 && !asked.hasNextPage;

  return (
    <Page title={t('title')} about={t('about')} action={<Actions />}>
      <Stack gap="md">
        {!(isNone && filter === 'all') && <FilterBar filter={filter} />}
        <Asked of={asked}>{() => (isNone ? <Nothing filter={filter} /> : <CampaignsTable campaigns={found} />)}</Asked>
        <More of={asked} />
      </Stack>
    </Page>
  );
};

const Nothing = ({ filter }: { readonly filter: Filter }) => {
  const t = useCampaignTexts();
  if (filter !== 'all') return <NothingFound />;
  return (
    <EmptyState icon={IconSpeakerphone} title={t('empty.title')} action={<NewCampaign />}>
      {t('empty.text')}
    </EmptyState>
  );
};

const FilterBar = ({ filter }: { readonly filter: Filter }) => {
  const t = useCampaignTexts();
  const navigate = useNavigate();
  const show = (word: string) => {
    void navigate({ to: '/campaigns', search: isFilter(word) && word !== 'all' ? { status: word } : {} });
  };
  return (
    <div style={{ overflowX: 'auto' }}>
      <SegmentedControl
        aria-label={t('filter.label')}
        value={filter}
        onChange={show}
        data={FILTERS.map((value) => ({ value, label: t(`filter.${value}`) }))}
      />
    </div>
  );
};

const NothingFound = () => {
  const t = useCampaignTexts();
  const all = (
    <Button variant="default" renderRoot={(props) => <Link to="/campaigns" {...props} />}>
      {t('none.all')}
    </Button>
  );
  return (
    <EmptyState icon={IconFilterOff} title={t('none.title')} action={all}>
      {t('none.text')}
    </EmptyState>
  );
};

const Actions = () => {
  const t = useCampaignTexts();
  return (
    <Group gap="xs">
      <Button variant="default" renderRoot={(props) => <Link to="/campaigns/senders" {...props} />}>
        {t('senders')}
      </Button>
      <NewCampaign />
    </Group>
  );
};

const NewCampaign = () => {
  const t = useCampaignTexts();
  return (
    <AllowedLink role="author" to="/campaigns/new" icon={IconPlus}>
      {t('new')}
    </AllowedLink>
  );
};
