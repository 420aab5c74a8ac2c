import { Skeleton } from '@mantine/core';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';

import { api, ask } from '../common/api.ts';
import { Asked } from '../common/asked.tsx';
import type { Campaign } from './campaign.ts';
import { fromPlan } from './form/audience-choice.ts';
import { estimateQuery } from './form/estimate-query.ts';
import { ShownMail } from './form/shown-mail.tsx';

type Fields = Readonly<Record<string, string>>;

const previewQuery = ({ campaignId, templateId, senderId }: Campaign, fields: Fields) =>
  queryOptions({
    queryKey: ['campaign-preview', campaignId, templateId, senderId, fields],
    queryFn: () =>
      ask(
        api.campaigns.POST('/api/campaigns/campaigns/{campaignId}/preview', {
          params: { path: { campaignId } },
          body: { fields },
        }),
      ),
    placeholderData: keepPreviousData,
  });

/** The mail of a campaign as one of its people would get it, with the label and the footer of its sender. */
export const CampaignPreview = ({ campaign }: { readonly campaign: Campaign }) => {
  const estimate = useQuery(estimateQuery(fromPlan(campaign)));
  const preview = useQuery(previewQuery(campaign, estimate.data?.sample[0]?.fields ?? {}));
  return (
    <Asked of={preview} skeleton={<Skeleton height={280} radius="md" />}>
      {({ subject, html }) => <ShownMail subject={subject} html={html} />}
    </Asked>
  );
};
