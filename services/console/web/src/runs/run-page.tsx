import { Button, Grid, Group, Stack } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';

import { Asked } from '../common/asked.tsx';
import { Page } from '../common/page.tsx';
import { DeedButtons } from './deed-buttons.tsx';
import { campaignOfRun, liveRunQuery } from './queries.ts';
import { RunDepartures } from './run-departures.tsx';
import { RunHealth } from './run-health.tsx';
import { RunProgress } from './run-progress.tsx';
import { RunRate } from './run-rate.tsx';
import { isOver, type Run } from './run-scene.ts';
import { RunStatus } from './run-status.tsx';
import { RunTroubles } from './run-troubles.tsx';
import { RunWaves } from './run-waves.tsx';
import { useRunTexts } from './texts.ts';
import { useRate } from './use-rate.ts';

/** A run, live: what it does, what it will do next, and what one can do about it. */
export const RunPage = () => {
  const t = useRunTexts();
  const { runId } = useParams({ from: '/runs/$runId' });
  const run = useQuery(liveRunQuery(runId));
  const campaign = useQuery({ ...campaignOfRun(run.data?.campaignId ?? ''), enabled: run.data !== undefined });

  return (
    <Page
      title={campaign.data?.name ?? t('title')}
      back={{ to: '/campaigns', label: t('back') }}
      action={run.data && <Actions run={run.data} />}
    >
      <Asked of={run}>{(found) => <Live run={found} lookedAt={run.dataUpdatedAt} />}</Asked>
    </Page>
  );
};

const Actions = ({ run }: { readonly run: Run }) => {
  const t = useRunTexts();
  return (
    <Group gap="xs">
      <Button
        variant="default"
        leftSection={<IconChartBar size={16} aria-hidden />}
        renderRoot={(props) => <Link to="/reports/$runId" params={{ runId: run.runId }} {...props} />}
      >
        {t('report')}
      </Button>
      <DeedButtons run={run} />
    </Group>
  );
};

const Live = ({ run, lookedAt }: { readonly run: Run; readonly lookedAt: number }) => {
  const rate = useRate(run, lookedAt);
  return (
    <Stack gap="lg">
      <RunStatus run={run} />
      <RunProgress run={run} rate={rate} />
      <RunTroubles run={run} />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack gap="lg">
            <RunDepartures run={run} />
            <RunWaves run={run} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="lg">
            <RunHealth run={run} />
            {!isOver(run) && <RunRate run={run} rate={rate} />}
          </Stack>
        </Grid.Col>
      </Grid>
    </Stack>
  );
};
