import { Paper, SimpleGrid, Text } from '@mantine/core';

import { useFormats } from '../../common/format.ts';
import type { Report } from '../model.ts';
import { ratesOf } from '../rates.ts';
import { useReportTexts } from '../report-texts.ts';
import { useReportsTexts } from '../texts.ts';

const SHOWN = ['delivered', 'opened', 'clicked', 'bounced', 'complained'] as const;

/** The five figures that people look at first. */
export const Figures = ({ report }: { readonly report: Report }) => {
  const t = useReportTexts();
  const names = useReportsTexts();
  const formats = useFormats();
  const rates = ratesOf(report);
  return (
    <SimpleGrid component="dl" cols={{ base: 2, sm: 3, md: 5 }} spacing="sm" m={0} className="figures">
      {SHOWN.map((name) => {
        const { rate, count, of } = rates[name];
        return (
          <Paper key={name} withBorder p="md" radius="lg">
            <Text component="dt" size="sm" c="dimmed">
              {names(`rate.${name}`)}
            </Text>
            <Text component="dd" m={0} fz="1.5rem" fw={650} lh={1.3}>
              {of > 0 ? formats.share(rate) : '–'}
            </Text>
            <Text component="dd" m={0} size="xs" c="dimmed">
              {t('figure.of', { count, of })}
            </Text>
          </Paper>
        );
      })}
    </SimpleGrid>
  );
};
