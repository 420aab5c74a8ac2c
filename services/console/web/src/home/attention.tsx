import { Anchor, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';

import { ProblemAlert } from '../common/problem-alert.tsx';
import { Section } from '../common/section.tsx';
import { useSharedTexts } from '../common/shared-texts.ts';
import { type Campaign, isQuiet } from './campaign.ts';
import { type Heard, useDeadLetters, useFailed, useHeld, useOverdue, useStuckImports } from './heard.ts';
import { Matter } from './matter.tsx';
import { OverdueCampaign } from './overdue-campaign.tsx';
import { StoppedRun } from './stopped-run.tsx';
import { StuckImport } from './stuck-import.tsx';
import { useHomeTexts } from './texts.ts';

interface Props {
  /** Who has no campaign yet is told only what is the matter. */
  readonly hasCampaigns: boolean;
}

/** What stands still until a person looks at it: first of all, because nothing else will move it. */
export const Attention = ({ hasCampaigns }: Props) => {
  const t = useHomeTexts();
  const holding = useHeld();
  const failing = useFailed();
  const late = useOverdue();
  const imports = useStuckImports();
  const letters = useDeadLetters();
  const asked = [holding, failing, late, imports, letters];
  const isWrong = asked.some(({ count, error }) => count > 0 || error !== null);
  if (!hasCampaigns && !isWrong) return null;
  return (
    <Section title={t('attention.title')}>
      {isQuiet(asked) && <Calm />}
      <StoppedRuns campaigns={[...holding.held, ...failing.failed]} />
      {late.overdue.map((campaign) => (
        <OverdueCampaign key={campaign.campaignId} campaign={campaign} />
      ))}
      {imports.stuck.map((one) => (
        <StuckImport key={one.importId} of={one} />
      ))}
      {letters.count > 0 && <Letters {...letters} />}
      <Unheard asked={asked} />
    </Section>
  );
};

/** Nothing needs anybody. */
const Calm = () => {
  const t = useHomeTexts();
  return (
    <Group gap="xs" c="dimmed" wrap="nowrap">
      <IconCircleCheck size={20} stroke={1.6} aria-hidden style={{ flexShrink: 0 }} />
      <Text size="sm">{t('attention.none')}</Text>
    </Group>
  );
};

const MOST_RUNS = 10;

/** Those at the top are enough to begin with; each is asked for by itself. */
const StoppedRuns = ({ campaigns }: { readonly campaigns: readonly Campaign[] }) => {
  const t = useHomeTexts();
  const others = campaigns.length - MOST_RUNS;
  return (
    <>
      {campaigns.slice(0, MOST_RUNS).map((campaign) => (
        <StoppedRun key={campaign.campaignId} campaign={campaign} />
      ))}
      {others > 0 && (
        <Anchor size="sm" renderRoot={(props) => <Link to="/campaigns" {...props} />}>
          {t('attention.more', { count: others })}
        </Anchor>
      )}
    </>
  );
};

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
