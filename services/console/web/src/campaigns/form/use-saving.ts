import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { api, askVersioned } from '../../common/api.ts';
import { campaignQuery } from '../queries.ts';
import { useFormTexts } from './form-texts.ts';
import { type FormValues, toBody } from './form-values.ts';
import type { CampaignForm } from './use-campaign-form.ts';

interface Sent {
  readonly version: string;
  readonly values: FormValues;
}

/** Saves a draft over the version that it began with; where somebody else was faster, over theirs or not at all. */
export const useSaving = (campaignId: string, form: CampaignForm) => {
  const t = useFormTexts();
  const client = useQueryClient();
  const query = campaignQuery(campaignId);
  const saving = useMutation({
    mutationFn: ({ version, values }: Sent) =>
      askVersioned(
        api.campaigns.PUT('/api/campaigns/campaigns/{campaignId}', {
          params: { path: { campaignId }, header: { 'If-Match': version } },
          body: toBody(values),
        }),
      ),
    onSuccess: (saved, { values }) => {
      client.setQueryData(query.queryKey, saved);
      form.settle(values, saved.version);
      notifications.show({ message: t('saved'), color: 'teal' });
      void client.invalidateQueries({ queryKey: ['campaigns'] });
    },
  });
  const newest = () => client.fetchQuery({ ...query, staleTime: 0 });

  return {
    ...saving,
    save: () => saving.mutate({ version: form.version, values: form.values }),
    overTheirs: () => void newest().then(({ version }) => saving.mutate({ version, values: form.values })),
    takeTheirs: () => {
      form.drop();
      saving.reset();
      void newest();
    },
  };
};
