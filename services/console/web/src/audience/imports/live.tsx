import { Group, Progress, Stack, Text } from '@mantine/core';
import { useFormats } from '../../common/format.ts';
import { Section } from '../../common/section.tsx';
import { Figures } from '../figures.tsx';
import type { Import } from '../model.ts';
import { shareDone } from './import-status.ts';
import { StopButton } from './stop-button.tsx';
import { useImportTexts } from './texts.ts';

/** An import that is under way. */
export const Live = ({ of }: { readonly of: Import }) => {
  const t = useImportTexts();
  const formats = useFormats();
  const share = shareDone(of);
  const doing = of.status === 'writing' ? 'writing' : 'parsing';
  const title = t(`live.${doing}`);
  const { rowsPerSecond, remainingSeconds } = of;
  return (
    <Section title={title} aside={<StopButton importId={of.importId} />}>
      <Stack gap={6}>
        <Progress
          value={share === undefined ? 100 : share * 100}
          animated={share === undefined}
          size="lg"
          radius="xl"
          aria-label={title}
        />
        <Group justify="space-between" gap="xs">
          <Text size="sm" c="dimmed">
            {t('live.leave')}
          </Text>
          <Text size="sm" className="figures" role="status">
            {[
              ...(rowsPerSecond === undefined ? [] : [t(`live.pace.${doing}`, { rate: formats.count(rowsPerSecond) })]),
              ...(remainingSeconds === undefined ? [] : [t('live.left', { left: formats.duration(remainingSeconds) })]),
            ].join(' · ')}
          </Text>
        </Group>
      </Stack>
      <Counts of={of} />
    </Section>
  );
};

export const Counts = ({ of }: { readonly of: Import }) => {
  const t = useImportTexts();
  const formats = useFormats();
  const isRead = of.status !== 'parsing';
  const figures = [
    { label: t('live.rows'), value: of.rows },
    { label: t('live.accepted'), value: of.accepted },
    ...(isRead
      ? [
          { label: t('live.added'), value: of.added },
          { label: t('live.updated'), value: of.updated },
        ]
      : []),
    { label: t('live.duplicates'), value: of.duplicates },
    { label: t('live.rejected'), value: of.rejected },
  ];
  return <Figures figures={figures.map(({ label, value }) => ({ label, value: formats.count(value) }))} />;
};
