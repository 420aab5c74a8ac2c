import { Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import { ConfirmDialog } from '../../common/confirm-dialog.tsx';
import { isConflict, isUnanswered } from '../../common/problem.ts';
import type { Campaign } from '../campaign.ts';
import type { Checks } from '../check/use-checks.ts';
import { isAgreed } from '../check/verdict.ts';
import { LastLook } from './last-look.tsx';
import { useSendTexts } from './send-texts.ts';
import { useLaunch } from './use-deeds.ts';

interface Props {
  readonly campaign: Campaign;
  readonly version: string;
  readonly checks: Checks;
  readonly onClose: () => void;
}

/** The last question before mails go out: it names how many people that is. */
export const LaunchDialog = ({ campaign, version, checks, onClose }: Props) => {
  const t = useSendTexts();
  const navigate = useNavigate();
  const launching = useLaunch(
    { campaignId: campaign.campaignId, version },
    (runId) => void navigate({ to: '/runs/$runId', params: { runId } }),
  );
  const [hasLooked, setHasLooked] = useState(false);
  const people = checks.outlook?.recipients;

  return (
    <ConfirmDialog
      opened
      title={t('launch.title')}
      confirm={people === undefined ? t('launch.confirmUncounted') : t('launch.confirm', { count: people })}
      isBusy={launching.isPending || launching.isSuccess}
      isReady={isAgreed(checks.verdict, hasLooked) && !isConflict(launching.error)}
      error={isUnanswered(launching.error) ? null : launching.error}
      onConfirm={() => launching.mutate()}
      onClose={onClose}
    >
      <Text fw={600}>
        {people === undefined
          ? t('launch.uncounted', { name: campaign.name })
          : t('launch.people', { count: people, name: campaign.name })}
      </Text>
      <Text size="sm">{t('launch.about')}</Text>
      <LastLook verdict={checks.verdict} error={launching.error} hasLooked={hasLooked} onLook={setHasLooked} />
    </ConfirmDialog>
  );
};
