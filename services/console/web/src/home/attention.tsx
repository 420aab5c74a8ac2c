import { Anchor, Group, Stack, Text, ThemeIcon } from '@mantine/core';
import { type Icon, IconAlertTriangle, IconCircleCheck, IconHandStop } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

import { useMay } from '../app/session/session-context.tsx';
import { Section } from '../shared/section.tsx';
import { type Campaign, waitingForSomebody } from './campaign.ts';
import { deadLetters, runOf } from './queries.ts';
import { useHomeTexts } from './texts.ts';

/** What stands still until a person looks at it: first of all, because nothing else will move it. */
export const Attention = ({ campaigns }: { readonly campaigns: readonly Campaign[] }) => {
  const t = useHomeTexts();
  const letters = useDeadLetters();
  const waiting = waitingForSomebody(campaigns);
  const isQuiet = waiting.length === 0 && letters.count === 0;
  return (
    <Section title={t('attention.title')}>
      {isQuiet && (
        <Group gap="xs" c="dimmed">
          <IconCircleCheck size={20} stroke={1.6} aria-hidden />
          <Text size="sm">{t('attention.none')}</Text>
        </Group>
      )}
      {waiting.map((campaign) => (
        <StoppedRun key={campaign.campaignId} campaign={campaign} />
      ))}
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

const useDeadLetters = (): { readonly count: number; readonly queues: string } => {
  const { data } = useQuery(deadLetters(useMay('administrator')));
  const filled = (data?.queues ?? []).filter(({ messages }) => messages > 0);
  return {
    count: filled.reduce((sum, { messages }) => sum + messages, 0),
    queues: filled.map(({ queue }) => queue).join(', '),
  };
};

const StoppedRun = ({ campaign: { runId = '', status, name } }: { readonly campaign: Campaign }) => {
  const t = useHomeTexts();
  const run = useQuery({ ...runOf(runId), enabled: runId !== '' });
  return (
    <Matter
      icon={status === 'held' ? IconHandStop : IconAlertTriangle}
      title={t(status === 'held' ? 'attention.held' : 'attention.failed', { name })}
      text={run.data?.reason ?? ''}
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
