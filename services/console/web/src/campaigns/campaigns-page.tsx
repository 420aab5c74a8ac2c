import { Button, Group, SegmentedControl, Stack } from '@mantine/core';
import { IconFilterOff, IconPlus, IconSpeakerphone } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';

import { AllowedLink } from '../common/allowed-link.tsx';
import { Asked } from '../common/asked.tsx';
import { EmptyState } from '../common/empty-state.tsx';
import { More } from '../common/more.tsx';
import { Page } from '../common/page.tsx';
import { FILTERS, type Filter, isFilter, matches, wantsMore } from './campaign.ts';
import { CampaignsTable } from './campaigns-table.tsx';
import { campaignsQuery } from './queries.ts';
import { useCampaignTexts } from './texts.ts';

/** All campaigns, the newest first. */
export const CampaignsPage = () => {
  const t = useCampaignTexts();
  const { status: filter = 'all' } = useSearch({ from: '/campaigns' });
  const asked = useInfiniteQuery(campaignsQuery());
  const all = asked.data?.pages.flatMap(({ items }) => items) ?? [];
  const found = all.filter((campaign) => matches(filter, campaign));
  useMoreFor(filter, found.length, asked);

  return (
    <Page title={t('title')} about={t('about')} action={<Actions />}>
      <Asked of={asked}>
        {() =>
          all.length === 0 ? (
            <EmptyState icon={IconSpeakerphone} title={t('empty.title')} action={<NewCampaign />}>
              {t('empty.text')}
            </EmptyState>
          ) : (
            <Stack gap="md">
              <FilterBar filter={filter} />
              {found.length === 0 && !asked.hasNextPage ? <NothingFound /> : <CampaignsTable campaigns={found} />}
              <More of={asked} />
            </Stack>
          )
        }
      </Asked>
    </Page>
  );
};

type Asking = Pick<ReturnType<typeof useInfiniteQuery>, 'hasNextPage' | 'isFetching' | 'fetchNextPage'> & {
  readonly data?: { readonly pages: readonly unknown[] } | undefined;
};

/** Asks on for pages while a filter has found too few of what somebody wants to see. */
const useMoreFor = (filter: Filter, found: number, { data, hasNextPage, isFetching, fetchNextPage }: Asking): void => {
  const isWanted = hasNextPage && !isFetching && wantsMore(filter, found, data?.pages.length ?? 0);
  useEffect(() => {
    if (isWanted) void fetchNextPage();
  }, [isWanted, fetchNextPage]);
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
