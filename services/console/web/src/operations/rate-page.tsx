import { Group, Progress, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import type { components } from '../api/dispatch.d.ts';
import { Asked } from '../common/asked.tsx';
import { useFormats } from '../common/format.ts';
import { quotaQuery } from '../common/queries/quota.ts';
import { Section } from '../common/section.tsx';
import { OperationsPage } from './operations-page.tsx';
import { useOperationsTexts } from './texts.ts';

type Quota = components['schemas']['Quota'];

const UNLIMITED = -1;
/** A little is always kept back, so that SES need not ask. */
const NEARLY_FULL = 0.95;

/** How fast mails go out, how fast they may, and why it is less when it is less. */
export const RatePage = () => {
  const t = useOperationsTexts();
  return (
    <OperationsPage title={t('rate.title')} about={t('rate.about')}>
      <Asked of={useQuery(quotaQuery())}>{(quota) => <Rate {...quota} />}</Asked>
    </OperationsPage>
  );
};

const Rate = (quota: Quota) => {
  const t = useOperationsTexts();
  const formats = useFormats();
  const share = Math.min(1, quota.currentSendRate / Math.max(quota.maxSendRate, Number.MIN_VALUE));
  return (
    <Section title={t(share < NEARLY_FULL && quota.throttledAt !== undefined ? 'rate.slow' : 'rate.full')}>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="lg">
        <Figure label={t('rate.now')} value={formats.count(Math.round(quota.currentSendRate * 10) / 10)}>
          {t('rate.share', { share: formats.share(share) })}
        </Figure>
        <Figure label={t('rate.granted')} value={formats.count(quota.maxSendRate)} />
        <Left {...quota} />
      </SimpleGrid>
      <Progress value={share * 100} aria-label={t('rate.share', { share: formats.share(share) })} />
      <Group justify="space-between" gap="xs">
        <Text size="sm">
          {quota.throttledAt === undefined
            ? t('rate.neverSlowed')
            : t('rate.slowed', { ago: formats.ago(quota.throttledAt) })}
        </Text>
        <Text size="sm" c="dimmed">
          {t('rate.refreshed', { ago: formats.ago(quota.refreshedAt) })}
        </Text>
      </Group>
    </Section>
  );
};

const Left = ({ max24HourSend, left24Hours }: Quota) => {
  const t = useOperationsTexts();
  const formats = useFormats();
  if (max24HourSend === UNLIMITED)
    return (
      <Figure label={t('rate.left')} value="∞">
        {t('rate.unlimited')}
      </Figure>
    );
  return (
    <Figure label={t('rate.left')} value={formats.count(left24Hours)}>
      {t('rate.ofDay', { all: formats.count(max24HourSend) })}
    </Figure>
  );
};

interface FigureProps {
  readonly label: string;
  readonly value: string;
  readonly children?: ReactNode;
}

const Figure = ({ label, value, children }: FigureProps) => (
  <Stack gap={0}>
    <Text size="sm" c="dimmed">
      {label}
    </Text>
    <Text size="xl" fw={650} className="figures">
      {value}
    </Text>
    <Text size="sm" c="dimmed">
      {children}
    </Text>
  </Stack>
);
