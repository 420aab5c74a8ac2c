import { Anchor, Group, Stack, Text, ThemeIcon } from '@mantine/core';
import { type Icon, IconAlertTriangle, IconCircleCheck, IconHandStop } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

import { useMay } from '../app/session/session-context.tsx';
import { ProblemAlert } from '../common/problem-alert.tsx';
import { queuesQuery } from '../common/queries/dead-letters.ts';
import { Section } from '../common/section.tsx';
import { useSharedTexts } from '../common/shared-texts.ts';
import { useReason } from '../runs/use-reason.ts';
import { type Campaign, isQuiet, waitingForSomebody } from './campaign.ts';
import { runOf } from './queries.ts';
import { useHomeTexts } from './texts.ts';

/** What stands still until a person looks at it: first of all, because nothing else will move it. Who has no campaign yet is told only what is the matter. */
export const Attention = ({ campaigns }: { readonly campaigns: readonly Campaign[] }) => {
  const t = useHomeTexts();
  const shared = useSharedTexts();
  const letters = useDeadLetters();
  const waiting = waitingForSomebody(campaigns);
  const isCalm = isQuiet(waiting.length, letters);
  if (campaigns.length === 0 && letters.count === 0 && letters.error === null) return null;
  return (
    <Section title={t('attention.title')}>
      {isCalm && (
        <Group gap="xs" c="dimmed">
          <IconCircleCheck size={20} stroke={1.6} aria-hidden />
          <Text size="sm">{t('attention.none')}</Text>
        </Group>
      )}
      {waiting.map((campaign) => (
        <StoppedRun key={campaign.campaignId} campaign={campaign} />
      ))}
      {!letters.isKnown && letters.error === null && (
        <Text size="sm" c="dimmed" role="status">
          {shared('loading')}
        </Text>
      )}
      <ProblemAlert error={letters.error} onRetry={letters.lookAgain} />
      {letters.count > 0 && (
        <Matter
          icon={IconAlertTriangle}
          title={t('attention.letters', { count: letters.count })}
          text={t('attention.lettersAbout', { queues: letters.queues })}
          link={
            <Anchor renderRoot={(props) => <Link to="/operations" {...props} />}>{t('attention.lettersOpen')}</Anchor>
          }
        />
      )}
    </Section>
  );
};

const useDeadLetters = () => {
  const mayKnow = useMay('administrator');
  const { data, error, refetch } = useQuery(queuesQuery(mayKnow));
  const filled = (data?.queues ?? []).filter(({ messages }) => messages > 0);
  return {
    isKnown: data !== undefined || !mayKnow,
    error: data === undefined ? error : null,
    lookAgain: () => void refetch(),
    count: filled.reduce((sum, { messages }) => sum + messages, 0),
    queues: filled.map(({ queue }) => queue).join(', '),
  };
};

const StoppedRun = ({ campaign: { runId = '', status, name } }: { readonly campaign: Campaign }) => {
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

interface MatterProps {
  readonly icon: Icon;
  readonly title: string;
  readonly text: string;
  readonly link: ReactNode;
}

const Matter = ({ icon: Picture, title, text, link }: MatterProps) => (
  <Group wrap="nowrap" align="flex-start" gap="sm">
    <ThemeIcon color="orange" variant="light" size="lg" radius="xl">
      <Picture size={18} aria-hidden />
    </ThemeIcon>
    <Stack gap={2} style={{ flex: 1, minWidth: 0 }}>
      <Text fw={600}>{title}</Text>
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {text}
      </Text>
    </Stack>
    {link}
  </Group>
);
