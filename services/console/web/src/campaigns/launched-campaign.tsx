import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { useStatusTexts } from '../common/campaign/status-texts.ts';
import { Section } from '../common/section.tsx';
import type { Campaign } from './campaign.ts';
import { useCampaignTexts } from './texts.ts';

/** A campaign that is out, or was: where to look, and how to send again. */
export const LaunchedCampaign = ({ campaign }: { readonly campaign: Campaign }) => {
  const t = useCampaignTexts();
  const statuses = useStatusTexts();
  const { campaignId, runId = '', status } = campaign;
  const isOver = status !== 'sending' && status !== 'held';
  return (
    <Section title={t('over.title', { status: statuses(status) })} about={t('over.text')}>
      <Group gap="xs">
        <Button
          variant={isOver ? 'default' : 'filled'}
          renderRoot={(props) => <Link to="/runs/$runId" params={{ runId }} {...props} />}
        >
          {t('over.run')}
        </Button>
        <Button
          variant={isOver ? 'filled' : 'default'}
          renderRoot={(props) => <Link to="/reports/$runId" params={{ runId }} {...props} />}
        >
          {t('over.report')}
        </Button>
        <Button
          variant="default"
          renderRoot={(props) => <Link to="/campaigns/new" search={{ like: campaignId }} {...props} />}
        >
          {t('over.copy')}
        </Button>
      </Group>
    </Section>
  );
};
