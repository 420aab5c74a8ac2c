import { Anchor, SimpleGrid, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconFileSpreadsheet, IconMailCog, IconSend } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';

import { Section } from '../common/section.tsx';
import { useHomeTexts } from './texts.ts';

const STEPS = [
  { step: 'import', to: '/audience', icon: IconFileSpreadsheet },
  { step: 'write', to: '/content', icon: IconMailCog },
  { step: 'send', to: '/campaigns/new', icon: IconSend },
] as const;

/** What to do where there is nothing yet. */
export const FirstSteps = () => {
  const t = useHomeTexts();
  return (
    <Section title={t('steps.title')}>
      <Text size="sm" c="dimmed">
        {t('steps.about')}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="lg" mt="xs">
        {STEPS.map(({ step, to, icon: Picture }, n) => (
          <Stack key={step} gap={6}>
            <ThemeIcon size="xl" radius="xl" variant="light">
              <Picture size={22} stroke={1.6} aria-hidden />
            </ThemeIcon>
            <Anchor fw={600} renderRoot={(props) => <Link to={to} {...props} />}>
              {n + 1}. {t(`steps.${step}`)}
            </Anchor>
            <Text size="sm" c="dimmed">
              {t(`steps.${step}About`)}
            </Text>
          </Stack>
        ))}
      </SimpleGrid>
    </Section>
  );
};
