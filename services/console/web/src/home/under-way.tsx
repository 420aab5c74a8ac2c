import { Anchor, Group, Progress, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormats } from '../common/format.ts';
import { Section } from '../common/section.tsx';
import { sceneOf } from '../runs/run-scene.ts';
import { useReason } from '../runs/use-reason.ts';
import { type Campaign, MOST_SHOWN, percentDone, type Run, sending } from './campaign.ts';
import { openCampaigns, runOf } from './queries.ts';
import { useHomeTexts } from './texts.ts';

/** The campaigns that are being sent, live. Nothing where there is none. */
export const UnderWay = () => {
  const t = useHomeTexts();
  const running = sending(useQuery(openCampaigns()).data ?? []);
  if (running.length === 0) return null;
  return (
    <Section title={t('running.title')} aside={running.length > MOST_SHOWN && <AllOfThem count={running.length} />}>
      {running.slice(0, MOST_SHOWN).map((campaign) => (
        <Running key={campaign.campaignId} campaign={campaign} />
      ))}
    </Section>
  );
};

const AllOfThem = ({ count }: { readonly count: number }) => {
  const t = useHomeTexts();
  return (
    <Anchor size="sm" renderRoot={(props) => <Link to="/campaigns" search={{ status: 'under_way' }} {...props} />}>
      {t('running.all', { count })}
    </Anchor>
  );
};

const Running = ({ campaign: { runId = '', name } }: { readonly campaign: Campaign }) => {
  const t = useHomeTexts();
  const { data } = useQuery({ ...runOf(runId), enabled: runId !== '' });
  const percent = data ? percentDone(data) : 0;
  return (
    <Stack gap={4}>
      <Group justify="space-between" wrap="nowrap">
        <Text fw={600} truncate>
          {name}
        </Text>
        <Anchor renderRoot={(props) => <Link to="/runs/$runId" params={{ runId }} {...props} />} size="sm">
          {t('running.open')}
        </Anchor>
      </Group>
      <Progress value={percent} aria-label={name} animated={data?.status === 'sending'} />
      <Text size="sm" c="dimmed" className="figures">
        <Words run={data} />
      </Text>
    </Stack>
  );
};

const Words = ({ run }: { readonly run: Run | undefined }) => {
  const t = useHomeTexts();
  const { count } = useFormats();
  if (run === undefined || run.status === 'preparing') return t('running.preparing');
  const handed = { done: count(run.accepted), all: count(run.recipients) };
  if (sceneOf(run) === 'judging') return t('running.judging', handed);
  return run.status === 'waiting' ? <WaitingWords run={run} /> : t('running.handed', handed);
};

const WaitingWords = ({ run }: { readonly run: Run }) => {
  const t = useHomeTexts();
  const { moment } = useFormats();
  const why = useReason(run);
  const { reason, until } = run.waiting ?? {};
  if (reason === 'local_time' && until !== undefined) return t('running.localTime', { moment: moment(until) });
  return why?.reason ?? t('running.waiting');
};
