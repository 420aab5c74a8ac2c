import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';

import { Asked } from '../common/asked.tsx';
import { CampaignBadge } from '../common/campaign/campaign-badge.tsx';
import { Page } from '../common/page.tsx';
import type { Campaign } from './campaign.ts';
import { CampaignSummary } from './campaign-summary.tsx';
import { DraftCampaign } from './draft-campaign.tsx';
import { LaunchedCampaign } from './launched-campaign.tsx';
import { campaignQuery } from './queries.ts';
import { ScheduledCard } from './send/scheduled-card.tsx';
import { useCampaignTexts } from './texts.ts';

/** A campaign as far as it is: a draft to be written, checked and sent; one that waits for its time; one that is out. */
export const CampaignPage = () => {
  const t = useCampaignTexts();
  const { campaignId } = useParams({ from: '/campaigns/$campaignId' });
  const asked = useQuery(campaignQuery(campaignId));
  return (
    <Page
      title={asked.data?.data.name ?? '…'}
      back={{ to: '/campaigns', label: t('back') }}
      action={asked.data && <CampaignBadge status={asked.data.data.status} />}
    >
      <Asked of={asked}>{({ data, version }) => <Stage key={campaignId} campaign={data} version={version} />}</Asked>
    </Page>
  );
};

const Stage = ({ campaign, version }: { readonly campaign: Campaign; readonly version: string }) => {
  if (campaign.status === 'draft') return <DraftCampaign campaign={campaign} version={version} />;
  return (
    <>
      {campaign.status === 'scheduled' ? (
        <ScheduledCard campaign={campaign} version={version} />
      ) : (
        <LaunchedCampaign campaign={campaign} />
      )}
      <CampaignSummary campaign={campaign} />
    </>
  );
};
