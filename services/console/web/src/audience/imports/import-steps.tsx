import { Group, Text, ThemeIcon } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';

import { useImportTexts } from './texts.ts';

const STEPS = ['files', 'check', 'import'] as const;
export type Step = (typeof STEPS)[number];

/** Where somebody is on the way from a file to a list. */
export const ImportSteps = ({ at }: { readonly at: Step | 'done' }) => {
  const t = useImportTexts();
  const here = at === 'done' ? STEPS.length : STEPS.indexOf(at);
  return (
    <Group component="ol" gap="lg" m={0} p={0} style={{ listStyle: 'none' }}>
      {STEPS.map((step, n) => (
        <Group component="li" key={step} gap={8} wrap="nowrap" {...(n === here && { 'aria-current': 'step' })}>
          <ThemeIcon size={26} radius="xl" variant={n <= here ? 'filled' : 'default'} aria-hidden>
            {n < here ? <IconCheck size={15} /> : <span style={{ fontSize: 13 }}>{n + 1}</span>}
          </ThemeIcon>
          <Text size="sm" fw={n === here ? 650 : 400} {...(n > here && { c: 'dimmed' })}>
            {t(`step.${step}`)}
          </Text>
        </Group>
      ))}
    </Group>
  );
};
