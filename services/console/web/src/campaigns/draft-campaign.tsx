import { Button, Grid, Group, Stack, Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';

import { useMay } from '../app/session/session-context.tsx';
import { ConflictDialog } from '../common/conflict-dialog.tsx';
import type { Campaign } from './campaign.ts';
import { CampaignSummary } from './campaign-summary.tsx';
import { CheckList } from './check/check-list.tsx';
import { useChecks } from './check/use-checks.ts';
import { DeleteDraft } from './delete-draft.tsx';
import { CampaignForm } from './form/campaign-form.tsx';
import { toForm } from './form/form-values.ts';
import { useCampaignForm } from './form/use-campaign-form.ts';
import { useSaving } from './form/use-saving.ts';
import { SendPanel } from './send/send-panel.tsx';
import { useCampaignTexts } from './texts.ts';

interface Props {
  readonly campaign: Campaign;
  readonly version: string;
}

/** A draft in two steps: what is planned, and what the checks say of it. */
export const DraftCampaign = ({ campaign, version }: Props) => {
  const t = useCampaignTexts();
  const navigate = useNavigate();
  const { step = 'plan' } = useSearch({ from: '/campaigns/$campaignId' });
  const show = (word: string | null) =>
    void navigate({
      to: '/campaigns/$campaignId',
      params: { campaignId: campaign.campaignId },
      search: { step: word === 'check' ? 'check' : 'plan' },
      replace: true,
    });

  return (
    <Tabs value={step} onChange={show} keepMounted={false}>
      <Group justify="space-between" align="flex-end" mb="lg" gap="xs">
        <Tabs.List aria-label={t('step.label')} style={{ flex: 1 }}>
          <Tabs.Tab value="plan">{t('step.plan')}</Tabs.Tab>
          <Tabs.Tab value="check">{t('step.check')}</Tabs.Tab>
        </Tabs.List>
        <DeleteDraft campaign={campaign} version={version} />
      </Group>
      <Tabs.Panel value="plan">
        <Plan campaign={campaign} version={version} onNext={() => show('check')} />
      </Tabs.Panel>
      <Tabs.Panel value="check">
        <CheckAndSend campaign={campaign} version={version} onPlan={() => show('plan')} />
      </Tabs.Panel>
    </Tabs>
  );
};

const Plan = ({ campaign, version, onNext }: Props & { readonly onNext: () => void }) => {
  const form = useCampaignForm(campaign.campaignId, { version, values: toForm(campaign) });
  const saving = useSaving(campaign.campaignId, form);
  return (
    <>
      <CampaignForm
        form={form}
        mayEdit={useMay('author')}
        isBusy={saving.isSaving}
        error={saving.error}
        onSave={saving.save}
        onNext={onNext}
      />
      <ConflictDialog
        opened={saving.hasConflict}
        isTaking={saving.isTaking}
        error={saving.takingError}
        onMine={saving.saveMine}
        onTheirs={saving.takeTheirs}
        onLater={saving.later}
      />
    </>
  );
};

const CheckAndSend = ({ campaign, version, onPlan }: Props & { readonly onPlan: () => void }) => {
  const t = useCampaignTexts();
  const checks = useChecks(campaign);
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, md: 7 }} order={{ base: 2, md: 1 }}>
        <CheckList checks={checks} />
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }} order={{ base: 1, md: 2 }}>
        <Stack gap="lg">
          <SendPanel campaign={campaign} version={version} checks={checks} />
        </Stack>
      </Grid.Col>
      <Grid.Col span={12} order={3}>
        <CampaignSummary campaign={campaign} />
        <Button variant="subtle" mt="sm" onClick={onPlan}>
          {t('step.change')}
        </Button>
      </Grid.Col>
    </Grid>
  );
};
