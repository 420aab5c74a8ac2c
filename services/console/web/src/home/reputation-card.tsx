import { Badge, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';

import type { components } from '../api/feedback.d.ts';
import { Asked } from '../common/asked.tsx';
import { useFormats } from '../common/format.ts';
import { Section } from '../common/section.tsx';
import { reputation } from './queries.ts';
import { useHomeTexts } from './texts.ts';

type Reputation = components['schemas']['Reputation'];
type Standing = Reputation['hardBounces']['standing'];

const COLOURS = { unknown: 'gray', good: 'teal', near: 'yellow', review: 'red', stop: 'red' } as const satisfies Record<
  Standing,
  string
>;

/** How much came back and how many complained, against the lines at which SES reviews an account. */
export const ReputationCard = () => {
  const t = useHomeTexts();
  const asked = useQuery(reputation());
  return (
    <Section title={t('reputation.title')}>
      <Asked of={asked}>
        {({ hardBounces, complaints }) =>
          hardBounces.of === 0 ? (
            <Text c="dimmed" size="sm">
              {t('reputation.none')}
            </Text>
          ) : (
            <Stack gap="sm">
              <Rate label={t('reputation.bounces')} {...hardBounces} />
              <Rate label={t('reputation.complaints')} {...complaints} />
            </Stack>
          )
        }
      </Asked>
    </Section>
  );
};

interface RateProps {
  readonly label: string;
  readonly rate: number;
  readonly review: number;
  readonly standing: Standing;
}

const Rate = ({ label, rate, review, standing }: RateProps) => {
  const t = useHomeTexts();
  const formats = useFormats();
  return (
    <Group justify="space-between" wrap="nowrap">
      <Stack gap={0}>
        <Text size="sm">{label}</Text>
        <Text size="xs" c="dimmed">
          {t('reputation.line', { review: formats.share(review) })}
        </Text>
      </Stack>
      <Group gap="xs" wrap="nowrap" style={{ flexShrink: 0 }}>
        <Text fw={650} className="figures">
          {formats.share(rate)}
        </Text>
        <Badge variant="light" color={COLOURS[standing]} tt="none">
          {t(`reputation.${standing}`)}
        </Badge>
      </Group>
    </Group>
  );
};
