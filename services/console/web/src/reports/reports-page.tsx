import { Button, Tooltip } from '@mantine/core';
import { IconChartHistogram, IconScale } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import { Asked } from '../common/asked.tsx';
import { EmptyState } from '../common/empty-state.tsx';
import { More } from '../common/more.tsx';
import { Page } from '../common/page.tsx';
import { runsQuery } from './queries.ts';
import { RunsTable } from './runs-table.tsx';
import { useReportsTexts } from './texts.ts';

const MOST_COMPARED = 5;

/** Every run, the newest first, with the figures that people ask for first. */
export const ReportsPage = () => {
  const t = useReportsTexts();
  const runs = useInfiniteQuery(runsQuery());
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const choose = (runId: string) =>
    setChosen((before) => (before.includes(runId) ? before.filter((one) => one !== runId) : [...before, runId]));

  return (
    <Page title={t('title')} about={t('about')} action={<Compare chosen={chosen} />}>
      <Asked of={runs}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <NothingSent />;
          return <RunsTable runs={items} chosen={chosen} isFull={chosen.length >= MOST_COMPARED} onChoose={choose} />;
        }}
      </Asked>
      <More of={runs} />
    </Page>
  );
};

const Compare = ({ chosen }: { readonly chosen: readonly string[] }) => {
  const t = useReportsTexts();
  const icon = <IconScale size={16} aria-hidden />;
  if (chosen.length >= 2) {
    return (
      <Button
        leftSection={icon}
        renderRoot={(props) => <Link to="/reports/compare" search={{ runs: chosen.join(',') }} {...props} />}
      >
        {t('compare.some', { count: chosen.length })}
      </Button>
    );
  }
  return (
    <Tooltip label={t('compare.hint')} events={{ hover: true, focus: true, touch: true }}>
      <Button leftSection={icon} data-disabled aria-disabled onClick={(event) => event.preventDefault()}>
        {t('compare')}
      </Button>
    </Tooltip>
  );
};

const NothingSent = () => {
  const t = useReportsTexts();
  return (
    <EmptyState
      icon={IconChartHistogram}
      title={t('empty.title')}
      action={<Button renderRoot={(props) => <Link to="/campaigns" {...props} />}>{t('empty.action')}</Button>}
    >
      {t('empty.text')}
    </EmptyState>
  );
};
