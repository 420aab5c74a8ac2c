import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';

import { useMay } from '../app/session/session-context.tsx';
import { api, ask } from '../common/api.ts';
import { Asked } from '../common/asked.tsx';
import { Page } from '../common/page.tsx';
import { CampaignForm } from './form/campaign-form.tsx';
import { useFormTexts } from './form/form-texts.ts';
import { emptyForm, type FormValues, toBody, toForm } from './form/form-values.ts';
import { useCampaignForm } from './form/use-campaign-form.ts';
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
  const creating = useCreation(form.drop);
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

const useCreation = (whenSaved: () => void) => {
  const navigate = useNavigate();
  const client = useQueryClient();
  const creating = useMutation({
    mutationFn: (values: FormValues) => ask(api.campaigns.POST('/api/campaigns/campaigns', { body: toBody(values) })),
    onSuccess: async () => {
      whenSaved();
      await client.invalidateQueries({ queryKey: ['campaigns'] });
    },
  });
  const campaignId = creating.data?.campaignId;
  // Only once the form knows that it is saved: it would ask whether to leave it.
  useEffect(() => {
    if (campaignId === undefined) return;
    void navigate({ to: '/campaigns/$campaignId', params: { campaignId }, search: { step: 'check' }, replace: true });
  }, [campaignId, navigate]);
  return creating;
};
