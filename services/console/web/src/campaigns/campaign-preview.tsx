import { Skeleton } from '@mantine/core';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';

import { api, ask } from '../common/api.ts';
import { Asked } from '../common/asked.tsx';
import { useMailWithPictures } from '../common/mail/use-mail-with-pictures.ts';
import { type SentMail, sentMailQuery } from '../common/queries/sent-mail.ts';
import { type Campaign, runOf } from './campaign.ts';
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

/** The mail of a campaign: as it went out, or as it would go out now. */
export const CampaignPreview = ({ campaign }: { readonly campaign: Campaign }) => {
  const runId = runOf(campaign);
  return runId === undefined ? (
    <WhatWouldGoOut campaign={campaign} />
  ) : (
    <WhatWentOut campaign={campaign} runId={runId} />
  );
};

/** What is edited after the run has begun changes nothing of it. Before that, and half a year later, there is only the template. */
const WhatWentOut = ({ campaign, runId }: { readonly campaign: Campaign; readonly runId: string }) => {
  const mail = useQuery({ ...sentMailQuery(runId), retry: false });
  if (mail.error !== null && mail.data === undefined) return <WhatWouldGoOut campaign={campaign} />;
  return (
    <Asked of={mail} skeleton={<Skeleton height={280} radius="md" />}>
      {(found) => <SentMailShown mail={found} />}
    </Asked>
  );
};

const SentMailShown = ({ mail }: { readonly mail: SentMail }) => (
  <ShownMail subject={mail.subject} html={useMailWithPictures(mail)} />
);

/** As one of its people would get it, with the label and the footer of its sender. */
const WhatWouldGoOut = ({ campaign }: { readonly campaign: Campaign }) => {
  const estimate = useQuery(estimateQuery(fromPlan(campaign)));
  const preview = useQuery(previewQuery(campaign, estimate.data?.sample[0]?.fields ?? {}));
  return (
    <Asked of={preview} skeleton={<Skeleton height={280} radius="md" />}>
      {({ subject, html }) => <ShownMail subject={subject} html={html} />}
    </Asked>
  );
};
