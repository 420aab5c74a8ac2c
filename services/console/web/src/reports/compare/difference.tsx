import { Badge, Group, Text } from '@mantine/core';
import { useLanguage } from '../../common/language/use-language.ts';

import type { Comparison } from '../model.ts';
import { points, verdictOf } from './points.ts';
import { useCompareTexts } from './texts.ts';

type Props = Comparison['differences'][number];

const COLOURS = { within: 'gray', better: 'teal', worse: 'red' } as const;

/** By how much a run differs from the first, and whether that may be chance. */
export const Difference = ({ rate, difference, low, high, isWithinChance }: Props) => {
  const t = useCompareTexts();
  const language = useLanguage();
  const written = (share: number) => points(share, language);
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
