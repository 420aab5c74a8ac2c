import { Badge, Group, Progress, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { components } from '../api/campaigns.d.ts';
import { Asked } from '../common/asked.tsx';
import { useFormats } from '../common/format.ts';
import { ApiProblem } from '../common/problem.ts';
import { Section } from '../common/section.tsx';
import { type Level, refusalsOf, type Vital, vitalsOf } from './health.ts';
import { campaignOfRun, reportQuery } from './queries.ts';
import type { Run } from './run-scene.ts';
import { useRunTexts } from './texts.ts';

type Campaign = components['schemas']['Campaign'];

const COLOURS = { calm: 'teal', few: 'gray', watch: 'yellow', over: 'red' } as const satisfies Record<Level, string>;

/** What mailbox providers say, against the limits at which a run holds itself. */
export const RunHealth = ({ run }: { readonly run: Run }) => {
  const t = useRunTexts();
  const { count } = useFormats();
  const asked = useQuery(reportQuery(run));
  const campaign = useQuery(campaignOfRun(run.campaignId));
  const limits = limitsOf(campaign.data?.guardrails);
  const refusals = refusalsOf(run);
  const isUnheardOf = asked.error instanceof ApiProblem && asked.error.status === 404;

  return (
    <Section title={t('health.title')} about={t('health.about')}>
      {isUnheardOf ? (
        <Nothing />
      ) : (
        <Asked of={asked}>
          {(report) => (
            <Stack gap="md">
              {report.sent === 0 && <Nothing />}
              {report.sent > 0 && (
                <Text size="sm" className="figures">
                  {t('health.delivered', { delivered: count(report.delivered), sent: count(report.sent) })}
                </Text>
              )}
              {report.sent > 0 &&
                vitalsOf(report, run, limits).map((vital) => <VitalLine key={vital.sign} {...vital} />)}
              {report.delayed > 0 && (
                <Text size="sm" c="dimmed">
                  {t('health.delayed', { count: report.delayed })}
                </Text>
              )}
            </Stack>
          )}
        </Asked>
      )}
      {refusals && <VitalLine {...refusals} />}
    </Section>
  );
};

/** A campaign may be more careful than usual. */
const limitsOf = ({ hardBounces, complaints }: NonNullable<Campaign['guardrails']> = {}) => ({
  ...(hardBounces !== undefined && { hard_bounces: hardBounces }),
  ...(complaints !== undefined && { complaints }),
});

const Nothing = () => {
  const t = useRunTexts();
  return (
    <Text size="sm" c="dimmed">
      {t('health.none')}
    </Text>
  );
};

const VitalLine = ({ sign, hits, of, share, limit, level }: Vital) => {
  const t = useRunTexts();
  const formats = useFormats();
  return (
    <Stack gap={4}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={600}>
          {t(`sign.${sign}`)}
        </Text>
        <Badge variant="light" color={COLOURS[level]} tt="none">
          {t(`level.${level}`)}
        </Badge>
      </Group>
      <Progress value={Math.min(100, (share / limit) * 100)} color={COLOURS[level]} aria-label={t(`sign.${sign}`)} />
      <Text size="xs" c="dimmed" className="figures">
        {t('vital.figures', {
          hits: formats.count(hits),
          of: formats.count(of),
          share: formats.share(share),
          limit: formats.share(limit),
        })}
      </Text>
    </Stack>
  );
};
