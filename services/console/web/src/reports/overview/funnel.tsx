import { Box, Group, Stack, Text } from '@mantine/core';

import { useFormats } from '../../common/format.ts';
import { Section } from '../../common/section.tsx';
import { Bar } from '../bar.tsx';
import { funnelOf } from '../funnel.ts';
import type { Report } from '../model.ts';
import { useReportTexts } from '../report-texts.ts';

export const Funnel = ({ report }: { readonly report: Report }) => {
  const t = useReportTexts();
  const formats = useFormats();
  return (
    <Section title={t('funnel.title')} about={t('funnel.about')}>
      <Stack component="ol" gap="md" m={0} p={0} style={{ listStyle: 'none' }} className="figures">
        {funnelOf(report).map(({ name, count, ofFirst, ofBefore }, n) => (
          <Box component="li" key={name}>
            <Group justify="space-between" gap="xs" mb={4} align="baseline">
              <Text size="sm" fw={600}>
                {t(`funnel.${name}`)}
              </Text>
              <Group gap="sm" align="baseline">
                {n > 1 && (
                  <Text size="xs" c="dimmed">
                    {t('funnel.ofBefore', { share: formats.share(ofBefore) })}
                  </Text>
                )}
                <Text size="sm">
                  {formats.count(count)}{' '}
                  <Text span c="dimmed" inherit>
                    {formats.share(ofFirst)}
                  </Text>
                </Text>
              </Group>
            </Group>
            <Bar share={ofFirst} height={14} />
          </Box>
        ))}
      </Stack>
    </Section>
  );
};
