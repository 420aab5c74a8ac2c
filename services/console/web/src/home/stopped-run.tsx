import { Anchor } from '@mantine/core';
import { IconAlertTriangle, IconHandStop } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { useReason } from '../runs/use-reason.ts';
import type { Campaign } from './campaign.ts';
import { Matter } from './matter.tsx';
import { runOf } from './queries.ts';
import { useHomeTexts } from './texts.ts';

/** A campaign that holds or has failed, and why. */
export const StoppedRun = ({ campaign: { runId = '', status, name } }: { readonly campaign: Campaign }) => {
  const t = useHomeTexts();
  const run = useQuery({ ...runOf(runId, status === 'held'), enabled: runId !== '' });
  const why = useReason(run.data ?? {});
  return (
    <Matter
      icon={status === 'held' ? IconHandStop : IconAlertTriangle}
      title={t(status === 'held' ? 'attention.held' : 'attention.failed', { name })}
      text={why?.reason ?? ''}
      link={
        <Anchor renderRoot={(props) => <Link to="/runs/$runId" params={{ runId }} {...props} />}>
          {t('attention.look')}
        </Anchor>
      }
    />
  );
};
