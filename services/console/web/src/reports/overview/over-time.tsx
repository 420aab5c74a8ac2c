import { Center, Group, SegmentedControl, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';

import { Asked, Waiting } from '../../common/asked.tsx';
import { speech } from '../../common/language/speech.ts';
import { Section } from '../../common/section.tsx';
import type { Report } from '../model.ts';
import { seriesQuery } from '../queries.ts';
import { useReportTexts } from '../report-texts.ts';
import { rowsOf, type SeriesName, type Step, stepFor } from '../series.ts';
import { SeriesTable } from './series-table.tsx';

/** The charts' code is large, and most of the page can do without. */
const SeriesChart = lazy(speech.withWords(async () => ({ default: (await import('./series-chart.tsx')).SeriesChart })));

/** What is known by the minute, and what by the hour only. */
const VIEWS = {
  sending: {
    names: ['sent', 'hardBounced', 'softBounced', 'delayed', 'complained', 'rejected'],
    steps: ['minute', 'hour', 'day'],
  },
  reading: { names: ['delivered', 'openedByPeople', 'clickedByPeople'], steps: ['hour', 'day'] },
} as const satisfies Readonly<
  Record<string, { readonly names: readonly SeriesName[]; readonly steps: readonly Step[] }>
>;
type View = keyof typeof VIEWS;

const HEIGHT = 260;
const grey = <Skeleton height={HEIGHT} />;

export const OverTime = ({ report }: { readonly report: Report }) => {
  const t = useReportTexts();
  const [view, setView] = useState<View>('sending');
  const [wanted, setWanted] = useState<Step>(() => stepFor(report.startedAt, Date.now()));
  const steps: readonly Step[] = VIEWS[view].steps;
  const step = steps.includes(wanted) ? wanted : 'hour';
  const series = useQuery(seriesQuery(report.runId, step));

  return (
    <Section
      title={t('series.title')}
      about={view === 'reading' ? `${t('series.about')} ${t('series.less')}` : t('series.about')}
      aside={
        <Group gap="xs">
          <SegmentedControl
            size="xs"
            aria-label={t('series.what')}
            value={view}
            onChange={(value) => setView(value === 'reading' ? 'reading' : 'sending')}
            data={[
              { value: 'sending', label: t('series.sending') },
              { value: 'reading', label: t('series.reading') },
            ]}
          />
          <SegmentedControl
            size="xs"
            aria-label={t('series.by')}
            value={step}
            onChange={(value) => setWanted(steps.find((one) => one === value) ?? step)}
            data={steps.map((value) => ({ value, label: t(`series.${value}`) }))}
          />
        </Group>
      }
    >
      <Asked of={series} skeleton={grey}>
        {({ series: found }) => {
          const names = VIEWS[view].names.filter((name) => found[name].length > 0);
          const rows = rowsOf(found, names, step);
          if (rows.length === 0) return <Nothing />;
          return (
            <>
              <Suspense fallback={<Waiting>{grey}</Waiting>}>
                <SeriesChart rows={rows} names={names} step={step} height={HEIGHT} />
              </Suspense>
              <SeriesTable rows={rows} names={names} step={step} />
            </>
          );
        }}
      </Asked>
    </Section>
  );
};

const Nothing = () => {
  const t = useReportTexts();
  return (
    <Center h={120}>
      <Text c="dimmed" size="sm">
        {t('series.empty')}
      </Text>
    </Center>
  );
};
