import { Anchor, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { useMay } from '../app/session/session-context.tsx';
import { ProblemAlert } from '../common/problem-alert.tsx';
import { queuesQuery } from '../common/queries/dead-letters.ts';
import { Section } from '../common/section.tsx';
import { useSharedTexts } from '../common/shared-texts.ts';
import { type Campaign, isQuiet, waitingForSomebody } from './campaign.ts';
import { importsForSomebody } from './imports.ts';
import { Matter } from './matter.tsx';
import { newestImports } from './queries.ts';
import { StoppedRun } from './stopped-run.tsx';
import { StuckImport } from './stuck-import.tsx';
import { useHomeTexts } from './texts.ts';

interface Props {
  readonly campaigns: readonly Campaign[];
  /** Whether there are older ones that are not looked at here. */
  readonly hasOlder: boolean;
}

/** What stands still until a person looks at it: first of all, because nothing else will move it. Who has no campaign yet is told only what is the matter. */
export const Attention = ({ campaigns, hasOlder }: Props) => {
  const t = useHomeTexts();
  const letters = useDeadLetters();
  const imports = useStuckImports();
  const waiting = waitingForSomebody(campaigns);
  const asked = [letters, imports];
  const matters = waiting.length + imports.stuck.length;
  const isWrong = matters + letters.count > 0 || asked.some(({ error }) => error !== null);
  if (campaigns.length === 0 && !isWrong) return null;
  return (
    <Section title={t('attention.title')}>
      {isQuiet(matters, asked) && <Calm hasOlder={hasOlder} />}
      {waiting.map((campaign) => (
        <StoppedRun key={campaign.campaignId} campaign={campaign} />
      ))}
      {imports.stuck.map((one) => (
        <StuckImport key={one.importId} of={one} />
      ))}
      {letters.count > 0 && <Letters {...letters} />}
      <Unheard asked={asked} />
    </Section>
  );
};

/** Nothing that was looked at needs anybody. */
const Calm = ({ hasOlder }: Pick<Props, 'hasOlder'>) => {
  const t = useHomeTexts();
  return (
    <Group gap="xs" c="dimmed" wrap="nowrap">
      <IconCircleCheck size={20} stroke={1.6} aria-hidden style={{ flexShrink: 0 }} />
      <Text size="sm">{t(hasOlder ? 'attention.noneNew' : 'attention.none')}</Text>
    </Group>
  );
};

interface Heard {
  readonly isKnown: boolean;
  readonly count: number;
  readonly error: unknown;
  readonly lookAgain: () => void;
}

const Unheard = ({ asked }: { readonly asked: readonly Heard[] }) => {
  const shared = useSharedTexts();
  const failed = asked.find(({ error }) => error !== null);
  if (failed) return <ProblemAlert error={failed.error} onRetry={failed.lookAgain} />;
  return asked.every(({ isKnown }) => isKnown) ? null : (
    <Text size="sm" c="dimmed" role="status">
      {shared('loading')}
    </Text>
  );
};

const Letters = ({ count, queues }: { readonly count: number; readonly queues: string }) => {
  const t = useHomeTexts();
  return (
    <Matter
      icon={IconAlertTriangle}
      title={t('attention.letters', { count })}
      text={t('attention.lettersAbout', { queues })}
      link={<Anchor renderRoot={(props) => <Link to="/operations" {...props} />}>{t('attention.lettersOpen')}</Anchor>}
    />
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

const useStuckImports = () => {
  const { data, error, refetch } = useQuery(newestImports());
  const stuck = importsForSomebody(data?.items ?? [], new Date());
  return {
    isKnown: data !== undefined,
    error: data === undefined ? error : null,
    lookAgain: () => void refetch(),
    count: stuck.length,
    stuck,
  };
};
