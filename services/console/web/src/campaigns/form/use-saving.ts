import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { api, askVersioned } from '../../common/api.ts';
import { useConflict } from '../../common/use-conflict.ts';
import { campaignQuery, readCampaign } from '../queries.ts';
import { useFormTexts } from './form-texts.ts';
import { type FormValues, toBody } from './form-values.ts';
import type { CampaignForm } from './use-campaign-form.ts';

interface Sent {
  /** Over this one; over whatever is saved by then where none is said. */
  readonly version: string | undefined;
  readonly values: FormValues;
}

/** Saves a draft over the version that it began with; where somebody else was faster, over theirs or not at all. */
export const useSaving = (campaignId: string, form: CampaignForm) => {
  const t = useFormTexts();
  const client = useQueryClient();
  const query = campaignQuery(campaignId);
  const saving = useMutation({
    mutationFn: async ({ version, values }: Sent) => {
      const over = version ?? (await readCampaign(campaignId)).version;
      return askVersioned(
        api.campaigns.PUT('/api/campaigns/campaigns/{campaignId}', {
          params: { path: { campaignId }, header: { 'If-Match': over } },
          body: toBody(values),
        }),
      );
    },
    onSuccess: (saved, { values }) => {
      // What was asked for before may come after this, and is older.
      void client.cancelQueries({ queryKey: query.queryKey, exact: true });
      client.setQueryData(query.queryKey, saved);
      form.settle(values, saved.version);
      notifications.show({ message: t('saved'), color: 'teal' });
      void client.invalidateQueries({ queryKey: ['campaigns'] });
    },
  });
  const saveOver = (version: string | undefined) => saving.mutate({ version, values: form.values });
  const showTheirs = async () => {
    client.setQueryData(query.queryKey, await readCampaign(campaignId));
  };
  const conflict = useConflict({ version: form.version, drop: form.drop, change: saving, saveOver, showTheirs });
  return { ...conflict, isSaving: saving.isPending };
};
