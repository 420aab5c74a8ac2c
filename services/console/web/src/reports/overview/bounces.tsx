import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useFormats } from '../../common/format.ts';
import { useLanguage } from '../../common/language/use-language.ts';
import { Section } from '../../common/section.tsx';
import { Bar } from '../bar.tsx';
import type { Report } from '../model.ts';
import { useReportTexts } from '../report-texts.ts';

/** Why mails came back, in the words of people, the most frequent reason first. */
export const Bounces = ({ report: { runId, bounces, bounced, delaySeconds } }: { readonly report: Report }) => {
  const t = useReportTexts();
  const language = useLanguage();
  const formats = useFormats();
  const seconds = (value: number | undefined) => (value === undefined ? t('over') : formats.duration(value));
  return (
    <Section title={t('bounces.title')}>
      {bounces.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('bounces.none')}
        </Text>
      )}
      <Stack gap="sm">
        {bounces.map(({ category, recipients, meaning }) => {
          const words = language === 'ko' ? meaning.ko : meaning.en;
          return (
            <div key={category}>
              <Group justify="space-between" wrap="nowrap" gap="md" align="baseline" mb={4}>
                <Text size="sm">{words}</Text>
                <Group gap="sm" wrap="nowrap" className="figures" align="baseline">
                  <Text size="sm" fw={600}>
                    {formats.count(recipients)}
                  </Text>
                  <Anchor
                    size="sm"
                    style={{ whiteSpace: 'nowrap' }}
                    aria-label={t('bounces.whoLabel', { reason: words })}
                    renderRoot={(props) => (
                      <Link
                        to="/reports/$runId"
                        params={{ runId }}
                        search={{ part: 'recipients', outcome: 'bounced', reason: category }}
                        {...props}
                      />
                    )}
                  >
                    {t('bounces.who')}
                  </Anchor>
                </Group>
              </Group>
              <Bar share={bounced > 0 ? recipients / bounced : 0} colour="var(--mantine-color-red-6)" />
            </div>
          );
        })}
      </Stack>
      {delaySeconds && (
        <Text size="xs" c="dimmed">
          {t('delay.text', { median: seconds(delaySeconds.median), p95: seconds(delaySeconds.p95) })}
        </Text>
      )}
    </Section>
  );
};
