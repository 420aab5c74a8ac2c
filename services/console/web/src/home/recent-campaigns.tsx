import { Anchor, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { CampaignBadge } from '../common/campaign/campaign-badge.tsx';
import { Section } from '../common/section.tsx';
import type { Campaign } from './campaign.ts';
import { useHomeTexts } from './texts.ts';

export const RecentCampaigns = ({ campaigns }: { readonly campaigns: readonly Campaign[] }) => {
  const t = useHomeTexts();
  return (
    <Section
      title={t('recent.title')}
      aside={
        <Anchor size="sm" renderRoot={(props) => <Link to="/campaigns" {...props} />}>
          {t('recent.all')}
        </Anchor>
      }
    >
      {campaigns.map(({ campaignId, name, status }) => (
        <Group key={campaignId} justify="space-between" wrap="nowrap">
          <Anchor
            truncate
            renderRoot={(props) => <Link to="/campaigns/$campaignId" params={{ campaignId }} {...props} />}
          >
            <Text span>{name}</Text>
          </Anchor>
          <CampaignBadge status={status} />
        </Group>
      ))}
    </Section>
  );
};
