import '@mantine/charts/styles.css';

import { AreaChart, BarChart } from '@mantine/charts';
import { Box } from '@mantine/core';

import { useFormats } from '../../common/format.ts';
import { useReportTexts } from '../report-texts.ts';
import { COLOURS, type Shown, useTimes } from './series-look.ts';

/** More bars than these are too thin to be seen. */
const MOST_BARS = 48;
/** A picture with a table beside it: nothing in it is to be reached by keyboard. */
const PLAIN = { accessibilityLayer: false } as const;

export const SeriesChart = ({ rows, names, step, height }: Shown & { readonly height: number }) => {
  const t = useReportTexts();
  const formats = useFormats();
  const time = useTimes(step);
  const series = names.map((name) => ({ name, label: t(`series.${name}`), color: COLOURS[name] }));
  const look = {
    h: height,
    data: rows.map((row) => ({ ...row, when: time(row.at) })),
    dataKey: 'when',
    series,
    withLegend: true,
    valueFormatter: formats.count,
    tickLine: 'none',
  } as const;
  const label = t('series.chart', {
    names: series.map(({ label: name }) => name).join(', '),
    from: time(rows[0]?.at ?? ''),
    to: time(rows.at(-1)?.at ?? ''),
  });
  return (
    <Box role="img" aria-label={label}>
      {rows.length <= MOST_BARS ? (
        <BarChart {...look} maxBarWidth={36} barChartProps={PLAIN} />
      ) : (
        <AreaChart {...look} withDots={false} curveType="monotone" areaChartProps={PLAIN} />
      )}
    </Box>
  );
};
