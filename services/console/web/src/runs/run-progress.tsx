import { ColorSwatch, Group, Progress, SimpleGrid, Text, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';

import { useFormats } from '../common/format.ts';
import { Section } from '../common/section.tsx';
import { decided, type Fate, type Portion, portionsOf, shareDone } from './progress.ts';
import { quotaBeside } from './queries.ts';
import { secondsLeft } from './rate.ts';
import { isOver, type Run } from './run-scene.ts';
import { useRunTexts } from './texts.ts';

const COLOURS = {
  accepted: 'var(--mantine-color-sea-6)',
  suppressed: 'var(--mantine-color-gray-5)',
  refused: 'var(--mantine-color-red-6)',
  left: 'var(--mantine-color-orange-6)',
  unsettled: 'var(--mantine-color-yellow-6)',
  waiting: 'var(--mantine-color-default-border)',
} as const satisfies Record<Fate, string>;

interface Props {
  readonly run: Run;
  readonly rate: number | undefined;
}

/** How many are decided, and what has become of everybody. */
export const RunProgress = ({ run, rate }: Props) => {
  const t = useRunTexts();
  const { count, share } = useFormats();
  if (run.recipients === 0)
    return isOver(run) ? null : <Section title={t('progress.title')}>{t('progress.counting')}</Section>;

  const label = t('progress.label', { done: count(decided(run)), all: count(run.recipients) });
  const portions = portionsOf(run);
  return (
    <Section title={t('progress.title')} aside={<Text className="figures">{share(shareDone(run))}</Text>}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" className="figures">
          {label}
        </Text>
        <Left run={run} rate={rate} />
      </Group>
      <Progress.Root size="xl" radius="md" role="img" aria-label={label}>
        {portions.map(({ fate, percent }) => (
          <Progress.Section key={fate} value={percent} color={COLOURS[fate]} withAria={false} />
        ))}
      </Progress.Root>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="xs">
        {portions.map((portion) => (
          <Legend key={portion.fate} {...portion} />
        ))}
      </SimpleGrid>
    </Section>
  );
};

const Legend = ({ fate, people }: Portion) => {
  const t = useRunTexts();
  const { count } = useFormats();
  return (
    <Tooltip label={t(`fate.${fate}.about`)} multiline maw={280} events={{ hover: true, focus: true, touch: true }}>
      <Group gap="xs" wrap="nowrap" tabIndex={0}>
        <ColorSwatch size={12} color={COLOURS[fate]} aria-hidden />
        <Text size="sm">{t(`fate.${fate}`)}</Text>
        <Text size="sm" fw={600} className="figures">
          {count(people)}
        </Text>
      </Group>
    </Tooltip>
  );
};

/** How long it takes if it goes on like this; nothing while it stands still. */
const Left = ({ run, rate }: Props) => {
  const t = useRunTexts();
  const { duration } = useFormats();
  const quota = useQuery(quotaBeside(run));
  const seconds = secondsLeft(run.pending, { rate, allowed: quota.data?.currentSendRate });
  if (run.status !== 'sending' || run.control !== 'send' || run.pending === 0 || seconds === undefined) return null;
  return (
    <Text size="sm" c="dimmed" className="figures">
      {t('progress.left', { duration: duration(seconds) })}
    </Text>
  );
};
