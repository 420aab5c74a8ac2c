import { Group, Progress, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';

import { Asked } from '../common/asked.tsx';
import { useFormats } from '../common/format.ts';
import { Section } from '../common/section.tsx';
import { quotaBeside, sendingQuery } from './queries.ts';
import type { Run } from './run-scene.ts';
import { useRunTexts } from './texts.ts';

interface Props {
  readonly run: Run;
  readonly rate: number | undefined;
}

/** How fast mails go out, against what is allowed. */
export const RunRate = ({ run, rate }: Props) => {
  const t = useRunTexts();
  const { count, ago } = useFormats();
  const asked = useQuery(quotaBeside(run));
  const tenths = (perSecond: number) => t('rate.perSecond', { rate: count(Math.round(perSecond * 10) / 10) });
  const now = rate === undefined ? t('rate.unknown') : tenths(rate);

  return (
    <Section title={t('rate.title')}>
      <Asked of={asked}>
        {({ currentSendRate, maxSendRate, left24Hours, throttledAt }) => (
          <Stack gap="xs" className="figures">
            <Line label={t('rate.now')} figure={now} />
            <Progress
              value={Math.min(100, ((rate ?? 0) / Math.max(0.001, currentSendRate)) * 100)}
              aria-label={t('rate.now')}
            />
            <InFlight run={run} />
            <Line label={t('rate.allowed')} figure={tenths(currentSendRate)} />
            <Text size="sm" c="dimmed">
              {t('rate.granted', { rate: count(maxSendRate), left: count(left24Hours) })}
            </Text>
            {throttledAt !== undefined && <Text size="sm">{t('rate.throttled', { ago: ago(throttledAt) })}</Text>}
          </Stack>
        )}
      </Asked>
    </Section>
  );
};

const Line = ({ label, figure }: { readonly label: string; readonly figure: string }) => (
  <Group justify="space-between" gap="xs">
    <Text size="sm">{label}</Text>
    <Text size="sm" fw={600}>
      {figure}
    </Text>
  </Group>
);

/** Mails that SES has been asked to take, and has not answered yet. */
const InFlight = ({ run }: { readonly run: Run }) => {
  const t = useRunTexts();
  const { count } = useFormats();
  const sending = useQuery(sendingQuery(run));
  return sending.data === undefined ? null : <Line label={t('rate.inFlight')} figure={count(sending.data.claimed)} />;
};
