import { Group, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';

import { Section } from '../common/section.tsx';
import type { Run } from './run-scene.ts';
import { useSceneTexts } from './scene-texts.ts';
import { type Trouble, troublesOf } from './troubles.ts';

/** Whoever is in doubt, was not mailed, or cannot be, with the reason and what to do. */
export const RunTroubles = ({ run }: { readonly run: Run }) => {
  const t = useSceneTexts();
  const troubles = troublesOf(run);
  if (troubles.length === 0) return null;
  return (
    <Section title={t('trouble.title')}>
      <Stack gap="md">
        {troubles.map((trouble) => (
          <TroubleLine key={keyOf(trouble)} {...trouble} />
        ))}
      </Stack>
    </Section>
  );
};

const keyOf = (trouble: Trouble): string => `${trouble.kind} ${'reason' in trouble ? trouble.reason : ''}`;

const TroubleLine = (trouble: Trouble) => (
  <Group wrap="nowrap" align="flex-start" gap="sm">
    <ThemeIcon variant="light" color={trouble.kind === 'unsettled' ? 'sea' : 'orange'} radius="xl">
      <IconAlertTriangle size={16} aria-hidden />
    </ThemeIcon>
    <TroubleWords {...trouble} />
  </Group>
);

const TroubleWords = (trouble: Trouble) => {
  const t = useSceneTexts();
  const title =
    trouble.kind === 'excluded'
      ? t('trouble.excluded', { names: trouble.names.join(', ') })
      : t(`trouble.${trouble.kind}`, { count: trouble.count });
  return (
    <div style={{ minWidth: 0 }}>
      <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
        {title}
      </Text>
      <Text size="sm" c="dimmed">
        {t(`trouble.${trouble.kind}.about`, trouble.kind === 'unreadable' ? { reason: trouble.reason } : {})}
      </Text>
    </div>
  );
};
