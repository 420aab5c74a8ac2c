import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';

import { useMay } from '../app/session/session-context.tsx';
import { api, askVersioned } from '../common/api.ts';
import { Asked } from '../common/asked.tsx';
import { Page } from '../common/page.tsx';
import type { Step } from './campaign.ts';
import { CampaignForm } from './form/campaign-form.tsx';
import { useFormTexts } from './form/form-texts.ts';
import { emptyForm, type FormValues, toBody, toForm } from './form/form-values.ts';
import { useCampaignForm, type CampaignForm as Written } from './form/use-campaign-form.ts';
import { campaignQuery } from './queries.ts';
import { useCampaignTexts } from './texts.ts';

/** Plans a campaign; `?like=` begins with what another one says. */
export const NewCampaignPage = () => {
  const t = useFormTexts();
  const campaigns = useCampaignTexts();
  const { like } = useSearch({ from: '/campaigns/new' });
  return (
    <Page title={t('title')} about={t('about')} back={{ to: '/campaigns', label: campaigns('back') }}>
      {like === undefined ? <NewCampaign start={emptyForm} draftKey="new" /> : <Copy campaignId={like} />}
    </Page>
  );
};

const Copy = ({ campaignId }: { readonly campaignId: string }) => {
  const t = useCampaignTexts();
  const asked = useQuery({ ...campaignQuery(campaignId), refetchInterval: false });
  return (
    <Asked of={asked}>
      {({ data }) => (
        <NewCampaign
          start={{ ...toForm(data), name: t('copy.name', { name: data.name }) }}
          draftKey={`like.${campaignId}`}
        />
      )}
    </Asked>
  );
};

interface Props {
  readonly start: FormValues;
  readonly draftKey: string;
}

const NewCampaign = ({ start, draftKey }: Props) => {
  const form = useCampaignForm(draftKey, { version: '', values: start });
  const mayEdit = useMay('author');
  const creating = useCreation(form);
  return (
    <CampaignForm
      form={form}
      isNew
      mayEdit={mayEdit}
      isBusy={creating.isPending || creating.isSuccess}
      error={creating.error}
      onSave={() => creating.mutate(form.values)}
    />
  );
};

/** Whoever writes on while it is being saved goes on with that in the campaign; everybody else goes on to its checks. */
const useCreation = (form: Written) => {
  const navigate = useNavigate();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (values: FormValues) =>
      askVersioned(api.campaigns.POST('/api/campaigns/campaigns', { body: toBody(values) })),
    onSuccess: async (saved, sent) => {
      const { campaignId } = saved.data;
      client.setQueryData(campaignQuery(campaignId).queryKey, saved);
      void client.invalidateQueries({ queryKey: ['campaigns'] });
      const step: Step = form.handOver(campaignId, sent, saved.version) ? 'plan' : 'check';
      // The form does not know yet that it is saved, and would ask whether to leave it.
      await navigate({
        to: '/campaigns/$campaignId',
        params: { campaignId },
        search: { step },
        replace: true,
        ignoreBlocker: true,
      });
    },
  });
};
