import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { useFormats } from '../../common/format.ts';
import { Section } from '../../common/section.tsx';
import { Bar } from '../bar.tsx';
import type { Comparison } from '../model.ts';
import { useReportsTexts } from '../texts.ts';
import { Difference } from './difference.tsx';
import { useCompareTexts } from './texts.ts';

type Run = Comparison['runs'][number];
type RateName = keyof Run['rates'];

const SHOWN = [
  'delivered',
  'openedByPeople',
  'clickedByPeople',
  'bounced',
  'hardBounced',
  'complained',
  'rejected',
] as const satisfies readonly RateName[];

/** One section for each rate: a bar for each run, and how it differs from the first. */
export const Rates = ({ comparison: { runs, differences } }: { readonly comparison: Comparison }) => {
  const names = useReportsTexts();
  const shown = SHOWN.filter((rate) => runs.some((run) => run.rates[rate].rate > 0));
  return (
    <Stack gap="lg">
      {shown.map((rate) => {
        const most = Math.max(...runs.map((run) => run.rates[rate].rate));
        return (
          <Section key={rate} title={names(`rate.${rate}`)}>
            <Stack component="ul" gap="md" m={0} p={0} style={{ listStyle: 'none' }}>
              {runs.map((run, n) => (
                <li key={run.runId}>
                  <Line run={run} rate={rate} most={most} isFirst={n === 0} />
                  {differences
                    .filter((one) => one.runId === run.runId && one.rate === rate)
                    .map((one) => (
                      <Difference key={one.rate} {...one} />
                    ))}
                </li>
              ))}
            </Stack>
          </Section>
        );
      })}
    </Stack>
  );
};

interface LineProps {
  readonly run: Run;
  readonly rate: RateName;
  readonly most: number;
  readonly isFirst: boolean;
}

const Line = ({ run: { runId, campaignName, startedAt, rates }, rate, most, isFirst }: LineProps) => {
  const t = useCompareTexts();
  const formats = useFormats();
  const { rate: share, of } = rates[rate];
  return (
    <Stack gap={4}>
      <Text size="sm">
        <Anchor fw={600} size="sm" renderRoot={(props) => <Link to="/reports/$runId" params={{ runId }} {...props} />}>
          {campaignName ?? t('campaign', { id: runId })}
        </Anchor>{' '}
        <Text span c="dimmed" inherit>
          {startedAt !== undefined && formats.moment(startedAt)} {isFirst && `· ${t('first_mark')}`}
        </Text>
      </Text>
      <Bar
        share={most > 0 ? share / most : 0}
        height={14}
        colour={isFirst ? 'var(--mantine-color-gray-6)' : 'var(--mantine-primary-color-filled)'}
      />
      <Text size="sm" className="figures">
        <Text span fw={650} inherit>
          {of > 0 ? formats.share(share) : '–'}
        </Text>{' '}
        <Text span c="dimmed" inherit>
          {t('of', { count: of })}
        </Text>
      </Text>
    </Stack>
  );
};
