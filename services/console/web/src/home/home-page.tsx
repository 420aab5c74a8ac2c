import { SimpleGrid, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';

import { AllowedLink } from '../common/allowed-link.tsx';
import { Asked } from '../common/asked.tsx';
import { Page } from '../common/page.tsx';
import { Attention } from './attention.tsx';
import { FirstSteps } from './first-steps.tsx';
import { newestCampaigns } from './queries.ts';
import { QuotaCard } from './quota-card.tsx';
import { RecentCampaigns } from './recent-campaigns.tsx';
import { ReputationCard } from './reputation-card.tsx';
import { useHomeTexts } from './texts.ts';
import { UnderWay } from './under-way.tsx';

/** What needs a person, what is under way, and how the account stands. */
export const HomePage = () => {
  const t = useHomeTexts();
  const campaigns = useQuery(newestCampaigns());
  return (
    <Page title={t('title')} action={<NewCampaign />}>
      <Asked of={campaigns}>
        {({ items }) => (
          <Stack gap="lg">
            <Attention hasCampaigns={items.length > 0} />
            {items.length === 0 && <FirstSteps />}
            <UnderWay />
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
              <QuotaCard />
              <ReputationCard />
            </SimpleGrid>
            {items.length > 0 && <RecentCampaigns campaigns={items} />}
          </Stack>
        )}
      </Asked>
    </Page>
  );
};

const NewCampaign = () => {
  const t = useHomeTexts();
  return (
    <AllowedLink role="author" to="/campaigns/new" icon={IconPlus}>
      {t('action.new')}
    </AllowedLink>
  );
};
