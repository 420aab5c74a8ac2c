import { Group, Loader, Paper, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';

import { useFormats } from '../../common/format.ts';
import { ProblemAlert } from '../../common/problem-alert.tsx';
import { type AudienceChoice, flawOf } from './audience-choice.ts';
import { estimateQuery } from './estimate-query.ts';
import { useFormTexts } from './form-texts.ts';

const PAUSE_MS = 300;

/** How many people get the mail, while one chooses. */
export const AudienceEstimate = ({ choice }: { readonly choice: AudienceChoice }) => {
  const t = useFormTexts();
  const [settled] = useDebouncedValue(choice, PAUSE_MS);
  const { data, error, isFetching } = useQuery(estimateQuery(settled));
  const isChosen = flawOf(choice) === undefined;
  if (error !== null && isChosen) return <ProblemAlert error={error} />;
  return (
    <Paper bg="var(--mantine-color-default-hover)" p="sm" radius="md">
      <Group gap="sm" wrap="nowrap">
        <IconUsers size={20} aria-hidden style={{ flexShrink: 0 }} />
        <div role="status" style={{ flex: 1 }}>
          {isChosen ? <EstimateWords estimate={data} /> : <Text size="sm">{t('estimate.choose')}</Text>}
        </div>
        {isFetching && <Loader size="xs" aria-hidden />}
      </Group>
    </Paper>
  );
};

interface Estimate {
  readonly count: number;
  readonly isExact: boolean;
  readonly read: number;
}

const EstimateWords = ({ estimate }: { readonly estimate: Estimate | undefined }) => {
  const t = useFormTexts();
  const { count } = useFormats();
  if (estimate === undefined) return <Text size="sm">{t('estimate.counting')}</Text>;
  if (estimate.count === 0) return <Text size="sm">{t('estimate.none')}</Text>;
  if (estimate.isExact) {
    return (
      <Text size="sm" fw={600}>
        {t('estimate.exact', { count: estimate.count })}
      </Text>
    );
  }
  return (
    <>
      <Text size="sm" fw={600}>
        {t('estimate.about', { count: count(estimate.count) })}
      </Text>
      <Text size="xs" c="dimmed">
        {t('estimate.counted', { read: count(estimate.read) })}
      </Text>
    </>
  );
};
