import { Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { Comparison } from '../model.ts';
import { points, verdictOf } from './points.ts';
import { useCompareTexts } from './texts.ts';

type Props = Comparison['differences'][number];

const COLOURS = { within: 'gray', better: 'teal', worse: 'red' } as const;

/** By how much a run differs from the first, and whether that may be chance. */
export const Difference = ({ rate, difference, low, high, isWithinChance }: Props) => {
  const t = useCompareTexts();
  const { i18n } = useTranslation();
  const written = (share: number) => points(share, i18n.language);
  const direction = difference > 0 ? 'more' : 'less';
  return (
    <Group gap="xs" mt={4}>
      <Badge variant="light" tt="none" color={COLOURS[verdictOf(rate, difference, isWithinChance)]}>
        {t(isWithinChance ? 'chance.within' : `chance.${direction}`)}
      </Badge>
      <Text size="xs" c="dimmed" className="figures">
        {t('range', { difference: written(difference), low: written(low), high: written(high) })}
      </Text>
    </Group>
  );
};
